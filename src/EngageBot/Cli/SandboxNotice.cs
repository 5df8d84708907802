namespace EngageBot.Cli;

/// <summary>Present when the program runs on the embedded sandbox.</summary>
internal sealed record SandboxNotice(Uri BaseUri, Uri PublicPage);
