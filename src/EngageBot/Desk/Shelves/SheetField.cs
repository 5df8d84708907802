using EngageBot.Model;

namespace EngageBot.Desk.Shelves;

/// <summary>One field of the form for an answer or a snippet.</summary>
/// <param name="Key">In the front matter; empty for the text below it.</param>
/// <param name="Help">What to write, in half a line.</param>
public sealed record SheetField(string Key, string Label, string Help, FieldKind Kind, bool Needed = false)
{
    /// <summary>What a community manager fills in; null for files that are edited as plain text.</summary>
    public static IReadOnlyList<SheetField>? For(Shelf shelf) => shelf == Shelf.Answers ? Answer : shelf == Shelf.Backstage ? Snippet : null;

    private static readonly SheetField[] Answer =
    [
        new("question", Phrase.Key("Question"), Phrase.Key("As a follower would ask it."), FieldKind.Line, Needed: true),
        new("also", Phrase.Key("Other ways to ask it"), Phrase.Key("One a line. Three or four make it found reliably."), FieldKind.Lines),
        new("", Phrase.Key("Answer"), Phrase.Key("Short and plain; it becomes part of a reply."), FieldKind.Text, Needed: true),
        new("not", Phrase.Key("Not an answer to"), Phrase.Key("Questions that sound like it and need another answer, one a line."), FieldKind.Lines),
        new("link", Phrase.Key("Link"), Phrase.Key("Begins with https://. Leave it out unless it helps."), FieldKind.Line),
        new("valid_from", Phrase.Key("Valid from"), Phrase.Key("Not said before."), FieldKind.Day),
        new("valid_until", Phrase.Key("Valid until"), Phrase.Key("Not said after this day."), FieldKind.Day),
        new("tags", Phrase.Key("Tags"), Phrase.Key("Separated by commas."), FieldKind.Words),
        new("owner", Phrase.Key("Kept by"), Phrase.Key("Who of you knows when it changes."), FieldKind.Line),
        new("language", Phrase.Key("Language"), Phrase.Key("en, de, fr…"), FieldKind.Word),
    ];

    private static readonly SheetField[] Snippet =
    [
        new("teller", Phrase.Key("Told by"), Phrase.Key("The first name of who tells it."), FieldKind.Line, Needed: true),
        new("", Phrase.Key("What they tell"), Phrase.Key("One concrete thing, in their own voice."), FieldKind.Text, Needed: true),
        new("topics", Phrase.Key("Topics"), Phrase.Key("Words that people who wonder about it use, separated by commas."), FieldKind.Words),
        new("asks", Phrase.Key("Questions it answers"), Phrase.Key("As followers would ask them, one a line."), FieldKind.Lines),
        new("about", Phrase.Key("The show"), Phrase.Key("Its title, if it belongs to one show."), FieldKind.Line),
        new("embargo_until", Phrase.Key("Not before"), Phrase.Key("The first day it may be told."), FieldKind.Day),
        new("expires", Phrase.Key("Not after"), Phrase.Key("The last day it may be told."), FieldKind.Day),
        new("picture", Phrase.Key("Picture"), Phrase.Key("The name of a file in backstage/pictures."), FieldKind.Line),
        new("alt", Phrase.Key("What the picture shows"), Phrase.Key("For those who cannot see it."), FieldKind.Line),
        new("language", Phrase.Key("Language"), Phrase.Key("en, de, fr…"), FieldKind.Word),
    ];
}

/// <summary>How a field is filled in.</summary>
public enum FieldKind
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>A word.</summary>
    Word,

    /// <summary>A list, an entry a line.</summary>
    Lines,

    /// <summary>A list of words, separated by commas.</summary>
    Words,

    /// <summary>A date.</summary>
    Day,

    /// <summary>The text itself.</summary>
    Text,
}
