using EngageBot.Approving;
using EngageBot.Desk.Translation;
using EngageBot.Library;
using EngageBot.Library.Editing;
using EngageBot.Model;

namespace EngageBot.Desk.Shelves;

/// <summary>An entry as the library page lists it.</summary>
/// <param name="Title">The question, who tells it, or what the template begins with.</param>
/// <param name="Excerpt">What it says.</param>
public sealed record ShelfEntry(
    LibraryFile File, Shelf Shelf, string Title, string Excerpt, string Language, IReadOnlyList<string> Tags, string Owner, Intent? Intent, Term Term, EntryState State, SourceUse Use)
{
    /// <summary>How well it fits what was searched for: 0 to 1.</summary>
    public double Found { get; init; }

    public string Address => $"/library/entry?file={Uri.EscapeDataString(File.Name)}";

    /// <summary>Null for a file that lies on no shelf.</summary>
    internal static ShelfEntry? Of(LibraryFile file, FrontMatter? sheet, DateOnly day, IReadOnlyDictionary<string, SourceUse> uses)
    {
        if (Shelf.OfFile(file.Name) is not { } shelf)
            return null;
        var term = Term.Of(file.Content);
        var entry = new ShelfEntry(file, shelf, file.Name, "", "", [], sheet?["owner"] ?? "", null, term, term.On(day), uses.GetValueOrDefault(file.Id) ?? SourceUse.None);
        return file.Content switch
        {
            Answer answer => entry with { Title = answer.Wordings[0], Excerpt = answer.Text, Language = answer.Language, Tags = answer.Tags },
            Snippet snippet => entry with { Title = snippet.Text, Excerpt = snippet.About ?? "", Language = snippet.Language, Tags = snippet.Topics, Owner = snippet.Teller },
            ReplyTemplate reply => entry with { Title = file.Id.Split('/')[^1], Excerpt = sheet?.Body ?? "", Language = reply.Language, Tags = reply.About, Intent = reply.Intent },
            _ => entry,
        };
    }

    /// <summary>Whether each of these words stands somewhere in it.</summary>
    public bool Holds(IReadOnlyList<string> words)
    {
        var all = $"{Title} {Excerpt} {File.Name} {Owner} {string.Join(' ', Tags)} {(File.Content is Answer answer ? string.Join(' ', answer.Wordings) : "")}";
        return words.All(word => all.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Nothing can be said with it.</summary>
    public bool IsBroken => File is { Problem: not null, Content: null };

    public bool IsLive => !IsBroken && State is not (EntryState.Embargoed or EntryState.Expired or EntryState.EndsSoon);

    /// <summary>The state in the words of the desk.</summary>
    public string Standing(Phrases phrases) => State switch
    {
        _ when IsBroken => phrases["broken"],
        EntryState.Embargoed => phrases["from {0}", Day(Term.From, phrases)],
        EntryState.Expired => phrases["expired {0}", Day(Term.Until, phrases)],
        EntryState.EndsSoon => phrases["ends {0}", Day(Term.Until, phrases)],
        _ => phrases["live"],
    };

    private static string Day(DateOnly? day, Phrases phrases) => day is { } known ? phrases.Day(known.ToDateTime(default), year: true) : "";
}
