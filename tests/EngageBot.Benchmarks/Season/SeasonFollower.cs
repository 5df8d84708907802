using EngageBot.Sandbox.Followers;

namespace EngageBot.Benchmarks.Season;

/// <summary>Somebody of the audience, with a temper and a memory. What they do is told in the README beside this file.</summary>
internal sealed class SeasonFollower(CastMember member, Temper temper, Dice dice, Lines lines, Tongue tongue)
{
    private const double DaysBetweenOpenings = 13;
    private const double StopsForNoReason = 0.004;

    private readonly Dictionary<(string, string), Deck<string>> decks = [];
    private readonly Deck<Want> wants = new(Wants(member.Part).SelectMany(share => Enumerable.Repeat(share.Want, share.Share)), dice);

    public CastMember Member => member;

    public Memory Memory { get; } = new();

    public Dictionary<string, Talk> Talks { get; } = new(StringComparer.Ordinal);

    /// <summary>How long until they next begin a talk: sooner where talks are good, later once they have had enough.</summary>
    public TimeSpan UntilNextOpening()
    {
        var eagerness = Math.Min(1.5, 1 + (0.05 * Memory.GoodReplies)) * (Memory.IsQuiet || Memory.SaidStop ? 0.3 : 1);
        return TimeSpan.FromDays(Math.Max(0.2, -DaysBetweenOpenings / eagerness * Math.Log(1 - dice.Unit())));
    }

    public (Want Want, string Text) Open()
    {
        var want = wants.Deal();
        var line = Deck(want == Want.Aside && member.Part == Part.Neighbour ? "aside neighbour" : want.ToString(), member.Follower.Language, lines.Openings(want, member.Follower.Language)).Deal();
        return (want, tongue.Post(line, member, want, dice));
    }

    /// <summary>Null: they fall silent.</summary>
    public Reaction? React(Heard heard, Talk talk, string cue, string theirPost, string ourReply)
    {
        Weigh(heard, talk);
        if (Memory.SaidStop || talk.IsOver || member.Part is Part.Seller)
            return null;
        if (dice.Chance(StopsForNoReason) || (temper.SaysStop && Memory.Annoyed > temper.Patience))
            return Stop();
        Memory.IsQuiet = Memory.Annoyed > temper.Patience;
        if (!dice.Chance(Willingness(heard, talk)))
            return null;
        var ending = dice.Chance(Math.Min(0.75, Math.Max(0, (0.16 * (talk.OurReplies - 1)) + temper.Ends - (heard.AsksBack ? 0.1 : 0))));
        return Say(ending ? "end" : cue, theirPost, ourReply, ending);
    }

    /// <summary>What was good about a reply, and what annoyed.</summary>
    private void Weigh(Heard heard, Talk talk)
    {
        var annoyances = heard.Repeats + (heard.GreetsAgain ? 1 : 0) + (heard.ThanksAgain ? 0.5 : 0) + (heard.TalksPast ? 0.5 : 0) + (talk.IsOver ? 0.5 : 0);
        Memory.Annoyed += annoyances;
        if (annoyances > 0 || !(heard.AsksBack || heard.IsConcrete))
            return;
        Memory.Annoyed = Math.Max(0, Memory.Annoyed - 0.5);
        Memory.GoodReplies++;
    }

    private double Willingness(Heard heard, Talk talk)
    {
        var willing = temper.Willing
            + (heard.AsksBack ? (temper.Name == "shy" ? 0.4 : 0.25) : 0)
            + (heard.IsConcrete ? 0.12 : 0)
            - (0.3 * heard.Repeats) - (heard.GreetsAgain ? 0.25 : 0) - (heard.ThanksAgain ? 0.15 : 0) - (heard.TalksPast ? 0.25 : 0);
        return Math.Max(0, willing) * (Memory.IsQuiet ? 0.5 : 1) * (member.Part is Part.Heckler or Part.Neighbour ? 0.5 : 1) * Math.Pow(0.85, talk.OurReplies - 1);
    }

    private Reaction Stop()
    {
        Memory.SaidStop = true;
        var language = lines.Has("stop " + member.Follower.Language) ? member.Follower.Language : "en";
        return new Reaction(tongue.Reply(dice.Pick(lines.Own("stop " + language)), member, Want.Complaint, dice, ""), Ends: true, Pause());
    }

    private Reaction? Say(string cue, string theirPost, string ourReply, bool ending)
    {
        var choices = lines.Answers(cue, member.Follower.Language);
        var first = dice.Below(choices.Count);
        for (var next = 0; next < choices.Count; next++)
        {
            var (want, line) = choices[(first + next) % choices.Count];
            var text = tongue.Reply(line, member, want, dice, theirPost + " " + ourReply);
            if (text != theirPost && Tongue.Fits(text))
                return new Reaction(text, ending, Pause());
        }
        return null;
    }

    private TimeSpan Pause() => Rhythm.BeforeAnAnswer(dice);

    private Deck<string> Deck(string section, string language, IReadOnlyList<string> cards)
    {
        if (!decks.TryGetValue((section, language), out var deck))
            decks[(section, language)] = deck = new Deck<string>(cards, dice);
        return deck;
    }

    private static (Want Want, int Share)[] Wants(Part part) => part switch
    {
        Part.Seller => [(Want.Spam, 1)],
        Part.Neighbour => [(Want.Aside, 3), (Want.Chat, 1)],
        Part.Heckler => [(Want.Complaint, 3), (Want.Abuse, 1)],
        _ => [(Want.Question, 25), (Want.Thanks, 25), (Want.Curiosity, 17), (Want.Chat, 16), (Want.Complaint, 9), (Want.Aside, 8)],
    };
}

/// <summary>What they write next, and after how long.</summary>
/// <param name="Ends">Nothing more is wanted of us.</param>
internal sealed record Reaction(string Text, bool Ends, TimeSpan After);
