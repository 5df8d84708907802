namespace EngageBot.Storage;

/// <summary>The database was made by a newer EngageBot; touching it could lose what only that one knows.</summary>
internal sealed class NewerDatabaseException(string script)
    : UnusableStorageException($"The database was made by a newer EngageBot (it knows '{script}'). Nothing was changed; start the newer version, or restore a backup from before the upgrade.");
