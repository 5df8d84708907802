using EngageBot.Model;

namespace EngageBot.Desk.Verbs;

/// <summary>Something that one key does at the desk. Buttons, the key list, the help and the palette are made from this table.</summary>
/// <param name="Id">As a person's own choice of keys refers to it.</param>
/// <param name="Code">What the page is told when it is pressed, whichever key stands for it; also the key that it comes with.</param>
/// <param name="Name">On its button, in English.</param>
/// <param name="Does">In the list of keys, in English.</param>
public sealed record Verb(string Id, string Code, string Name, string Does)
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        new("approve", "a", Phrase.Key("Approve"), Phrase.Key("Approve: these very words are posted")),
        new("edit", "e", Phrase.Key("Edit"), Phrase.Key("Edit the words")),
        new("let-be", "l", Phrase.Key("Let be"), Phrase.Key("Let be, with a reason")),
        new("snooze", "s", Phrase.Key("Snooze"), Phrase.Key("Snooze: it comes back by itself")),
        new("assign", "g", Phrase.Key("Assign"), Phrase.Key("Assign: who looks after it")),
        new("note", "n", Phrase.Key("Note"), Phrase.Key("Note for colleagues, never posted")),
        new("ask-maker", "m", Phrase.Key("Ask the maker"), Phrase.Key("Ask somebody who knows, by a link that needs no account")),
        new("correct", "c", Phrase.Key("Correct"), Phrase.Key("Correct what it wants; the reader learns from it")),
        new("take-over", "t", Phrase.Key("Take over"), Phrase.Key("Take over what a colleague is writing on")),
        new("choose", "x", Phrase.Key("Choose"), Phrase.Key("Choose several, to let be, snooze or assign them at once")),
        new("search", "/", Phrase.Key("Search"), Phrase.Key("Search everything ever said")),
        new("write-answer", "w", Phrase.Key("Write the answer"), Phrase.Key("Write the answer that the library lacks")),
        new("undo", "z", Phrase.Key("Undo"), Phrase.Key("Undo the last decision")),
        new("reopen", "r", Phrase.Key("Reopen"), Phrase.Key("Bring back what was let be")),
        new("next", "j", Phrase.Key("Next"), Phrase.Key("Next mention")),
        new("previous", "k", Phrase.Key("Previous"), Phrase.Key("Previous mention")),
        new("help", "?", Phrase.Key("Keys"), Phrase.Key("The list of keys")),
    ];

    /// <summary>Keys that are the same for everybody, for the list.</summary>
    public static IReadOnlyList<(string Keys, string Does)> Fixed { get; } =
    [
        ("1 2 3 …", Phrase.Key("Another wording, or a line of the open question")),
        ("Ctrl Enter", Phrase.Key("Approve while editing")),
        ("Esc", Phrase.Key("Leave the editor; the words stay")),
        ("Ctrl K", Phrase.Key("Find anything to do or to open")),
    ];

    public static Verb Of(string code) => All.First(verb => verb.Code == code);
}
