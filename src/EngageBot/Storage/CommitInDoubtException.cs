using System.Data.Common;

namespace EngageBot.Storage;

/// <summary>The connection broke while a commit was under way: whether it counts, only looking again tells.</summary>
internal sealed class CommitInDoubtException(DbException broken)
    : DbException("The connection to the database broke in the moment of saving, so it may be done or not. Look again before you repeat it.", broken);
