using System.ComponentModel;
using EngageBot.Approving.Rules;
using EngageBot.Model;

namespace EngageBot.Api;

/// <summary>The verb was done.</summary>
internal sealed record VerbTaken(
    [property: Description("Where the mention stands now.")] MentionState State,
    [property: Description("For an approval: the reply goes out then, unless it is undone before.")] DateTimeOffset? SendAfter,
    [property: Description("For a first approval where the rules ask for two: why a second person has to look before the words go out. Null when they go out.")] SecondLookRule? Proposed = null);
