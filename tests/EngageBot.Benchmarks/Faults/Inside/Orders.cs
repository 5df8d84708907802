namespace EngageBot.Benchmarks.Faults.Inside;

/// <summary>The environment variables through which the bench talks to its part inside the measured program.</summary>
internal static class Orders
{
    public const string KillAt = "FAULTS_KILL_AT";

    /// <summary>What a process says before it dies at a step, and then the step.</summary>
    public const string LastWords = "Killed by the bench at ";

    public const string BookmarkFirst = "FAULTS_BOOKMARK_FIRST";

    /// <summary>The file through which the bench moves time, and which of its clocks is meant.</summary>
    public const string Clock = "FAULTS_CLOCK";

    public const string ClockNumber = "FAULTS_CLOCK_NUMBER";
}
