using System.Collections.Frozen;
using EngageBot.Language.Encoder;
using EngageBot.Language.Features;
using EngageBot.Language.Heads.Fitting;
using EngageBot.Model;
using EngageBot.Reading;

namespace EngageBot.Benchmarks.Quality;

/// <summary>Sees mentions exactly as the reader does.</summary>
internal sealed class MentionFeatures(SentenceEncoder encoder)
{
    /// <summary>An account that no text names: the reader must guess whom a mention addresses.</summary>
    public const string Nobody = "nobody_in_particular";

    private readonly FrozenDictionary<string, CueBook> books = CueBook.ReadAll();

    public (GramCounts Grams, float[] Dense) Of(string text, string handle)
    {
        var (bag, dense) = (new GramBag(), new float[IntentHeads.WholeLength]);
        IntentHeads.Fill(Look(text, handle), bag, dense, encoder);
        return (GramCounts.Of(bag), dense);
    }

    /// <summary>What the rules alone make of it.</summary>
    public string RuleOf(string text, string handle) => Words.Of(Look(text, handle).RuleVerdict.Intent);

    public static Post Post(string text) => new("1", new Person("2", "follower", "follower"), text, DateTimeOffset.UnixEpoch, "1");

    public static Account Account(string handle) => new("", "x", new Person("1", handle, handle));

    public Glance Look(string text, string handle) => Glance.At(Post(text), Account(handle), books);
}
