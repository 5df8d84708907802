namespace EngageBot.Cli;

/// <summary>Builds the program, not started.</summary>
/// <param name="settings">Command-line settings for the configuration.</param>
/// <param name="network">Whether to find a network: X where keys are configured, else the embedded sandbox.</param>
internal delegate Task<WebApplication> HouseBuilder(string[] settings, NetworkWish network, CancellationToken cancellationToken);

/// <summary>What a command needs of a network.</summary>
internal enum NetworkWish
{
    /// <summary>Nothing is sent or read.</summary>
    None,

    /// <summary>X, or the embedded sandbox with its followers.</summary>
    Live,

    /// <summary>X, or the embedded sandbox without followers.</summary>
    Quiet,
}
