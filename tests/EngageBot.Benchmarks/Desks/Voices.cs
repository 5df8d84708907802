using EngageBot.Model;
using EngageBot.Sandbox.Followers;

namespace EngageBot.Benchmarks.Desks;

/// <summary>Who talks and what they say: few talk often, most once or twice; some words stand everywhere, most are rare.</summary>
internal sealed class Voices(Random dice, int people)
{
    private static readonly string[] Syllables = ["ka", "lo", "mi", "ten", "ru", "sa", "bel", "dor", "fi", "gan", "hu", "jo", "ne", "pa", "quil", "ster", "tov", "vi", "wen", "zar"];
    private readonly Troupe troupe = new(1, "HarbourTheatre");
    private readonly Dictionary<int, Talker> known = [];

    public Talker Somebody(Past past, TimeProvider clock)
    {
        // squared, so that a few come back again and again
        var number = (int)(Math.Pow(dice.NextDouble(), 2) * people);
        if (known.TryGetValue(number, out var talker))
            return talker;
        var name = $"{Capital(Word(number * 7))} {Capital(Word(number * 13 + 5))}";
        return known[number] = past.Meet($"{1_000_000 + number}", $"{name.Replace(' ', '_').ToLowerInvariant()}{number % 97}", name, clock);
    }

    public Line Next()
    {
        var post = troupe.Next();
        // a name, a title, a town: what people search for stands in few posts
        var rare = Word((int)(Math.Pow(dice.NextDouble(), 3) * 40_000));
        return new Line($"{post.Text} {rare}", IntentOf(post.Want), post.Author.Language);
    }

    private static Intent IntentOf(Want want) => want switch
    {
        Want.Question => Intent.Question,
        Want.Curiosity => Intent.Curiosity,
        Want.Complaint => Intent.Complaint,
        Want.Thanks => Intent.Thanks,
        Want.Chat => Intent.Chat,
        Want.Aside => Intent.Aside,
        Want.Spam => Intent.Spam,
        _ => Intent.Abuse,
    };

    private static string Word(int number)
    {
        var word = Syllables[number % 20] + Syllables[number / 20 % 20] + Syllables[number / 400 % 20];
        return number >= 8000 ? word + Syllables[number / 8000 % 20] : word;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}

/// <summary>What somebody says, and what it wants.</summary>
internal sealed record Line(string Text, Intent Intent, string Language);

/// <summary>A follower that the database knows.</summary>
internal sealed record Talker(string Id, string UserId, string Handle, string Name);
