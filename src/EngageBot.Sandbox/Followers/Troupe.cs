using System.Diagnostics.CodeAnalysis;

namespace EngageBot.Sandbox.Followers;

/// <summary>The followers of a small theatre: what they post and what they answer, the same for the same seed. Not thread-safe.</summary>
public sealed class Troupe
{
    private const int Memory = 20_000;

    /// <summary>
    /// Cards in a hundred. A museum hears mostly asides, an airline mostly complaints; a theatre of 212 seats
    /// lies between: its public knows it by name, asks before it comes, thanks after, and is curious about the
    /// making, while half of the passing mentions of a big house are missing and so is its crowd of cross people.
    /// </summary>
    private static readonly (Want Want, int Share)[] Shares =
    [
        (Want.Question, 22), (Want.Thanks, 22), (Want.Curiosity, 14), (Want.Chat, 14),
        (Want.Complaint, 9), (Want.Aside, 14), (Want.Spam, 4), (Want.Abuse, 1),
    ];

    private readonly Script script = Script.Shared;
    private readonly Dictionary<string, CastMember> cast;
    private readonly Dictionary<(string Section, string Language), Deck<string>> lines = [];
    private readonly HashSet<string> said = [];
    private readonly Queue<string> saidInOrder = [];
    private readonly Dice dice;
    private readonly Tongue tongue;
    private readonly Casting casting;
    private readonly Deck<Want> wants;
    private readonly Comeback comeback;

    public Troupe(int seed, string accountHandle)
    {
        CastMember[] members = [.. script.Of("cast", "any").Select(CastMember.Parse)];
        cast = members.ToDictionary(member => member.Follower.Handle, StringComparer.OrdinalIgnoreCase);
        Followers = [.. members.Select(member => member.Follower)];
        dice = Dice.For(seed, "troupe");
        tongue = new Tongue(script, accountHandle);
        casting = new Casting(members, dice);
        wants = new Deck<Want>(Shares.SelectMany(share => Enumerable.Repeat(share.Want, share.Share)), dice);
        comeback = new Comeback(seed, script, tongue);
    }

    public IReadOnlyList<Follower> Followers { get; }

    public Follower? Find(string handle) => cast.GetValueOrDefault(handle.TrimStart('@'))?.Follower;

    /// <summary>The next spontaneous post; there is always one, and it differs from thousands before it.</summary>
    public FollowerPost Next()
    {
        var want = wants.Deal();
        var member = casting.For(want);
        return new FollowerPost(member.Follower, FreshText(member, want), Rhythm.BeforeAPost(dice), want);
    }

    /// <summary>
    /// What they answer to our reply; null means that the talk rests. <paramref name="turn"/> counts our replies
    /// in this talk from 1. The answer hangs on the arguments and the seed alone, never on earlier calls.
    /// </summary>
    [SuppressMessage("Design", "CA1062", Justification = "Nullable reference types guard it.")]
    public FollowerPost? Answer(Follower author, string theirPost, string ourReply, int turn)
    {
        var member = cast.GetValueOrDefault(author.Handle) ?? new CastMember(author, Part.Guest, Voice.Loose);
        return comeback.To(member, theirPost, ourReply, Math.Max(1, turn));
    }

    private string FreshText(CastMember member, Want want)
    {
        for (var attempt = 0; ; attempt++)
        {
            // a photo makes even the shortest thanks new
            var line = Lines(want, member).Deal() + (attempt < 30 ? "" : " {pic}");
            var text = tongue.Post(line, member, want, dice);
            if (Tongue.Fits(text) && Remember(text))
                return text;
        }
    }

    private Deck<string> Lines(Want want, CastMember member)
    {
        var section = member.Part == Part.Neighbour ? "aside neighbour" : want.ToString().ToLowerInvariant();
        var language = member.Follower.Language;
        if (!lines.TryGetValue((section, language), out var deck))
            lines[(section, language)] = deck = new Deck<string>(script.Of(section, language), dice);
        return deck;
    }

    /// <summary>False means it was said already.</summary>
    private bool Remember(string text)
    {
        if (!said.Add(text))
            return false;
        saidInOrder.Enqueue(text);
        if (saidInOrder.Count > Memory)
            said.Remove(saidInOrder.Dequeue());
        return true;
    }
}
