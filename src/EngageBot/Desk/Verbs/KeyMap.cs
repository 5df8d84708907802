using EngageBot.Desk.Translation;
using EngageBot.Model;

namespace EngageBot.Desk.Verbs;

/// <summary>Which key stands for which verb at this person's desk.</summary>
internal sealed class KeyMap(Liking liking)
{
    // Numbers pick wordings and lines of an open question; they stay what they are.
    private static readonly string[] Numbers = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

    /// <summary>No key does anything by itself; what needs Ctrl, Enter or Esc goes on working.</summary>
    public bool Rests => liking.Is.KeysRest;

    public bool IsChanged => liking.Is.Keys.Count > 0;

    /// <summary>What to listen for: key and code of its verb.</summary>
    public IReadOnlyDictionary<string, string> Heard => Rests
        ? new Dictionary<string, string>()
        : Verb.All.Select(verb => (Key: KeyOf(verb), verb.Code)).Concat(Numbers.Select(number => (Key: number, Code: number)))
            .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Code);

    public string KeyOf(Verb verb) => liking.Is.Keys.GetValueOrDefault(verb.Id, verb.Code);

    /// <summary>Gives a verb another key; what stands against it, and null when it holds.</summary>
    public async Task<Phrase?> BindAsync(Verb verb, string key)
    {
        if (key.Trim() is not [var sign] || char.IsControl(sign) || char.IsSurrogate(sign) || char.IsAsciiDigit(sign))
            return new Phrase("A key is one letter or sign; the numbers are taken.");
        var wanted = char.ToLowerInvariant(sign).ToString();
        if (Verb.All.FirstOrDefault(other => other != verb && KeyOf(other) == wanted) is { } taken)
            return new Phrase("“{0}” stands for “{1}” already. Give that another key first.", wanted, new Phrase(taken.Name));
        await liking.ChangeAsync(preferences => preferences with { Keys = With(preferences.Keys, verb, wanted) });
        return null;
    }

    public Task ResetAsync() => liking.ChangeAsync(preferences => preferences with { Keys = new Dictionary<string, string>() });

    public Task RestAsync(bool rests) => liking.ChangeAsync(preferences => preferences with { KeysRest = rests });

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> keys, Verb verb, string key)
    {
        var changed = new Dictionary<string, string>(keys) { [verb.Id] = key };
        if (key == verb.Code)
            changed.Remove(verb.Id);
        return changed;
    }
}
