using System.ComponentModel;
using EngageBot.Model;
namespace EngageBot.Api;

/// <summary>The verb was done.</summary>
internal sealed record VerbTaken(
    [property: Description("Where the mention stands now.")] MentionState State,
    [property: Description("For an approval: the reply goes out then, unless it is undone before.")] DateTimeOffset? SendAfter);
