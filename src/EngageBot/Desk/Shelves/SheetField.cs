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
        new("question", "Question", "As a follower would ask it.", FieldKind.Line, Needed: true),
        new("also", "Other ways to ask it", "One a line. Three or four make it found reliably.", FieldKind.Lines),
        new("", "Answer", "Short and plain; it becomes part of a reply.", FieldKind.Text, Needed: true),
        new("not", "Not an answer to", "Questions that sound like it and need another answer, one a line.", FieldKind.Lines),
        new("link", "Link", "Begins with https://. Leave it out unless it helps.", FieldKind.Line),
        new("valid_from", "Valid from", "Not said before.", FieldKind.Day),
        new("valid_until", "Valid until", "Not said after this day.", FieldKind.Day),
        new("tags", "Tags", "Separated by commas.", FieldKind.Words),
        new("owner", "Kept by", "Who of you knows when it changes.", FieldKind.Line),
        new("language", "Language", "en, de, fr…", FieldKind.Word),
    ];

    private static readonly SheetField[] Snippet =
    [
        new("teller", "Told by", "The first name of who tells it.", FieldKind.Line, Needed: true),
        new("", "What they tell", "One concrete thing, in their own voice.", FieldKind.Text, Needed: true),
        new("topics", "Topics", "Words that people who wonder about it use, separated by commas.", FieldKind.Words),
        new("asks", "Questions it answers", "As followers would ask them, one a line.", FieldKind.Lines),
        new("about", "Show", "Its title, if it belongs to one show.", FieldKind.Line),
        new("embargo_until", "Not before", "The first day it may be told.", FieldKind.Day),
        new("expires", "Not after", "The last day it may be told.", FieldKind.Day),
        new("picture", "Picture", "The name of a file in backstage/pictures.", FieldKind.Line),
        new("alt", "What the picture shows", "For those who cannot see it.", FieldKind.Line),
        new("language", "Language", "en, de, fr…", FieldKind.Word),
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
