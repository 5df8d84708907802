namespace EngageBot.Cli;

/// <summary>Section <c>Sandbox</c>: the made-up world that a first run shows. It is read only while no X account is configured.</summary>
internal sealed class EmbeddedSandboxOptions
{
    public const string Section = "Sandbox";

    /// <summary>Where its public page is; another port is taken when this one is not free.</summary>
    public int Port { get; set; } = 5081;

    /// <summary>Decides who the followers are and what they say.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>1 is real time.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>Handles of the accounts to speak for; @HarbourTheatre when empty.</summary>
    public string[] Accounts { get; set; } = [];

    /// <summary>Without followers only the sandbox's controls post.</summary>
    public bool Followers { get; set; } = true;
}
