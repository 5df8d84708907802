namespace EngageBot.Sandbox.Followers;

/// <summary>What a follower answers to our reply: likelier after a question, rarer by turn, and over in the end.</summary>
internal sealed class Comeback(int seed, Script script, Tongue tongue)
{
    private const int LongestTalk = 6;

    private readonly Ear ear = new(script);
    private readonly ILookup<(string Language, string Cue), (Want Want, string Line)> lines = Lines(script);

    public FollowerPost? To(CastMember member, string theirPost, string ourReply, int turn)
    {
        var cue = ear.Hear(theirPost, ourReply);
        var dice = Dice.For(seed, member.Follower.Handle, theirPost, turn.ToString("D", null));
        if (!dice.Chance(Willingness(member, cue, theirPost) * Math.Pow(0.66, turn - 1)) || turn > LongestTalk)
            return null;
        var ending = dice.Chance(Math.Min(0.85, 0.22 * (turn - 1)));
        return Say(member, ending ? "end" : cue, theirPost, ourReply, dice);
    }

    private double Willingness(CastMember member, string cue, string theirPost)
    {
        if (member.Part == Part.Seller || ear.WantsSilence(theirPost))
            return 0;
        if (ear.IsOver(theirPost))
            return 0.04;
        var willing = cue switch
        {
            "answer" => 0.65,
            "apology" or "grumble" => 0.7,
            "insight" => 0.6,
            "nice" => 0.35,
            _ => 0.88, // asked
        };
        return member.Part is Part.Heckler or Part.Neighbour ? willing / 2 : willing;
    }

    /// <summary>Null where they could only repeat themselves.</summary>
    private FollowerPost? Say(CastMember member, string cue, string theirPost, string ourReply, Dice dice)
    {
        var choices = InTheMood(Choices(member, cue), cue, ear.Grumbles(theirPost));
        var first = dice.Below(choices.Length);
        for (var next = 0; next < choices.Length; next++)
        {
            var (want, line) = choices[(first + next) % choices.Length];
            var text = tongue.Reply(line, member, want, dice, theirPost + " " + ourReply);
            if (text != theirPost && Tongue.Fits(text))
                return new FollowerPost(member.Follower, text, Rhythm.BeforeAnAnswer(dice), want);
        }

        return null;
    }

    /// <summary>Who complained tells us more of it when asked; who did not, does not begin now.</summary>
    private static (Want Want, string Line)[] InTheMood((Want Want, string Line)[] choices, string cue, bool grumbling)
    {
        var fitting = Array.FindAll(choices, choice => (choice.Want, grumbling) switch
        {
            (Want.Complaint, _) => grumbling,
            (Want.Thanks, true) => !cue.StartsWith("asked", StringComparison.Ordinal),
            (_, true) => cue is "apology" or "grumble",
            _ => true,
        });
        return fitting.Length > 0 ? fitting : choices;
    }

    /// <summary>The lines for what was heard; a language with fewer lines answers more generally.</summary>
    private (Want Want, string Line)[] Choices(CastMember member, string cue)
    {
        var language = lines.Contains((member.Follower.Language, "any")) ? member.Follower.Language : "en";
        if (member.Part == Part.Heckler)
            cue = "heckler";
        string[] names = [cue, cue.Split(' ')[0], cue == "grumble" ? "apology" : "any", "any"];
        return names.Select(name => lines[(language, name)].ToArray()).First(found => found.Length > 0);
    }

    /// <summary>Sections are named <c>answer CUE WANT</c>; the want is the last word.</summary>
    private static ILookup<(string, string), (Want, string)> Lines(Script script)
    {
        var all =
            from section in script.Sections
            where section.Section.StartsWith("answer ", StringComparison.Ordinal)
            let words = section.Section.Split(' ')
            let want = Enum.Parse<Want>(words[^1], ignoreCase: true)
            from line in script.Of(section.Section, section.Language)
            select (section.Language, Cue: string.Join(' ', words[1..^1]), Want: want, Line: line);
        return all.ToLookup(line => (line.Language, line.Cue), line => (line.Want, line.Line));
    }
}
