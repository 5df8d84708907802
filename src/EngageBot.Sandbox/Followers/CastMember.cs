namespace EngageBot.Sandbox.Followers;

/// <summary>A follower with what the outside does not see: the part they play and the way they type.</summary>
internal sealed record CastMember(Follower Follower, Part Part, Voice Voice)
{
    /// <summary>Reads <c>handle | name | language | part | voice, voice</c>.</summary>
    public static CastMember Parse(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        var voice = cells[4].Length == 0 ? Voice.Proper : Enum.Parse<Voice>(cells[4], ignoreCase: true);
        return new CastMember(new Follower(cells[0], cells[1], cells[2]), Enum.Parse<Part>(cells[3], ignoreCase: true), voice);
    }
}
