namespace EngageBot.Sandbox.Followers;

/// <summary>Turns a line into the post of one follower: filled, accented, addressed.</summary>
internal sealed class Tongue(Script script, string accountHandle)
{
    // a proxy for 280 weighted characters that leaves room for emoji and wide letters
    private const int LongestPost = 240;

    private readonly Grammar grammar = new(script, accountHandle);
    private readonly Accent accent = new(script);
    private readonly string us = "@" + accountHandle;

    public string Post(string line, CastMember member, Want want, Dice dice)
    {
        var body = accent.Colour(grammar.Speak(line, member.Follower.Language, dice), member, want, dice);
        if (body.Contains(us, StringComparison.OrdinalIgnoreCase))
            return body;
        var frame = dice.Pick(script.Of("address", member.Follower.Language));
        return grammar.Speak(frame, member.Follower.Language, dice).Replace("%", body, StringComparison.Ordinal);
    }

    /// <summary>A reply carries the handle it answers in front, as the network puts it there.</summary>
    public string Reply(string line, CastMember member, Want want, Dice dice, string remembered)
    {
        var body = accent.Colour(grammar.Speak(line, member.Follower.Language, dice, remembered), member, want, dice);
        return body.Contains(us, StringComparison.OrdinalIgnoreCase) ? body : us + " " + body;
    }

    public static bool Fits(string text) => text.EnumerateRunes().Count() <= LongestPost;
}
