using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace EngageBot.Listening;

/// <summary>How often and how far back the listener looks.</summary>
internal sealed class ListeningOptions
{
    public const string Section = "Listening";

    /// <summary>Pause between two looks while people write.</summary>
    [Range(0.05, 60, ErrorMessage = "Listening:FastestSeconds must lie between 0.05 and 60.")]
    public double FastestSeconds { get; set; } = 3;

    /// <summary>Pause between two looks when all is quiet.</summary>
    [Range(0.05, 3600, ErrorMessage = "Listening:SlowestSeconds must lie between 0.05 and 3600.")]
    public double SlowestSeconds { get; set; } = 15;

    /// <summary>How often the last minutes are read once more, for mentions that the network shows late.</summary>
    [Range(1, 1440, ErrorMessage = "Listening:OverlapEveryMinutes must lie between 1 and 1440.")]
    public int OverlapEveryMinutes { get; set; } = 10;

    /// <summary>How far back that second reading goes.</summary>
    [Range(1, 1440, ErrorMessage = "Listening:OverlapMinutes must lie between 1 and 1440.")]
    public int OverlapMinutes { get; set; } = 15;

    /// <summary>The first reading of a new account goes back this far.</summary>
    [Range(0, 30, ErrorMessage = "Listening:FirstLookBackDays must lie between 0 and 30.")]
    public int FirstLookBackDays { get; set; } = 3;

    /// <summary>How often our own timeline is read for answers given from a phone.</summary>
    [Range(10, 86400, ErrorMessage = "Listening:OwnTimelineEverySeconds must lie between 10 and 86400.")]
    public int OwnTimelineEverySeconds { get; set; } = 60;

    /// <summary>Every stored mention is looked up again after this time, to learn of deletions. X asks for 24 hours at most.</summary>
    [Range(1, 23, ErrorMessage = "Listening:RecheckEveryHours must lie between 1 and 23.")]
    public int RecheckEveryHours { get; set; } = 20;

    /// <summary>How many posts that mentions answer are read one by one in an hour, where X did not send them along; 0 reads none. Each is billed like a mention.</summary>
    [Range(0, 5000, ErrorMessage = "Listening:ParentsPerHour must lie between 0 and 5000.")]
    public int ParentsPerHour { get; set; } = 60;

    /// <summary>Mentions older than this are not looked up again: every look is billed, 0.005 USD each on X in 2026.</summary>
    [Range(1, 3650, ErrorMessage = "Listening:RecheckDays must lie between 1 and 3650.")]
    public int RecheckDays { get; set; } = 7;
}

[OptionsValidator]
internal sealed partial class ListeningOptionsValidator : IValidateOptions<ListeningOptions>;
