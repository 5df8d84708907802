namespace EngageBot.Sandbox.Followers;

/// <summary>How somebody types, on top of what they say.</summary>
[Flags]
internal enum Voice
{
    Proper = 0,
    Lower = 1,
    Loose = 2,
    Loud = 4,
    Emoji = 8,
    Stretch = 16,
    Typos = 32,
    Short = 64,
    Tags = 128,
}
