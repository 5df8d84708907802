using EngageBot.Approving;
using EngageBot.Language;
using EngageBot.Model;

namespace EngageBot.Desk.Letter;

/// <summary>The words on the desk for one mention, letter by letter as the person sees them.</summary>
internal sealed class Composition(OpenMention letter)
{
    public string Text { get; private set; } = letter.Typed?.Text ?? letter.Proposed?.Text ?? Best(letter).Text;

    /// <summary>What would be shown with the words; null for words alone.</summary>
    public Picture? Picture { get; private set; } = letter.Typed is { } typed ? typed.Picture : letter.Proposed is { } proposed ? proposed.Picture : Best(letter).Picture;

    /// <summary>What could be shown with them.</summary>
    public Picture? Offered { get; private set; } = letter.Typed?.Picture ?? letter.Proposed?.Picture ?? letter.Draft.Wordings.Select(wording => wording.Picture).FirstOrDefault(picture => picture is not null);

    public bool Editing { get; set; }

    /// <summary>Rises when the text is set from outside the editor, so that the editor begins anew.</summary>
    public int Generation { get; private set; }

    /// <summary>Whose unfinished words these are; null once they are changed or a wording is chosen.</summary>
    public TypedText? Kept { get; private set; } = letter.Typed;

    public int Length => WeightedText.Length(Text);

    public static int Limit => WeightedText.Limit;

    /// <summary>Why these words cannot be posted; null when they can.</summary>
    public string? Objection => ReplyText.Objection(Text);

    /// <summary>One more wording, by a language model; null when there is none, or none yet. Nothing keeps it but this desk.</summary>
    public Wording? Reworded { get; private set; }

    /// <summary>Whether the words on the desk are the language model's.</summary>
    public bool IsReworded => Reworded is { } reworded && reworded.Text == Text;

    /// <summary>Whether the words on the desk began as the language model's, edited or not.</summary>
    public bool IsByModel { get; private set; }

    /// <summary>The draft's wordings, and the language model's last.</summary>
    public IReadOnlyList<Wording> Wordings => Reworded is { } reworded ? [.. letter.Draft.Wordings, reworded] : letter.Draft.Wordings;

    /// <summary>Which wording this is, from 0; -1 for a person's own words.</summary>
    public int Choice
    {
        get
        {
            var wordings = Wordings;
            for (var index = 0; index < wordings.Count; index++)
            {
                if (wordings[index].Text == Text)
                    return index;
            }
            return -1;
        }
    }

    public IReadOnlyList<string> Sources => Choice >= 0 ? Wordings[Choice].Sources : [];

    /// <summary>Lays a language model's wording beside the others; the words on the desk stay.</summary>
    public void Offer(Wording reworded) => Reworded = reworded;

    /// <summary>False when there is no such wording.</summary>
    public bool Choose(int index)
    {
        if (index < 0 || index >= Wordings.Count)
            return false;
        Set(Wordings[index]);
        return true;
    }

    /// <summary>Sets the text from outside the editor; the picture stays.</summary>
    public void Lay(string text)
    {
        Type(text);
        Generation++;
    }

    /// <summary>What the person typed, as the editor holds it.</summary>
    public void Type(string text) => (Text, Kept) = (text, null);

    public void Discard() => Set(letter.Proposed is { } proposed ? new Wording(proposed.Text, [], proposed.Picture) : Best(letter));

    /// <summary>Leaves the picture out, or takes it back in.</summary>
    public void ShowPicture(bool show) => Picture = show ? Offered : null;

    private static Wording Best(OpenMention letter) => letter.Draft.Wordings is [var best, ..] ? best : new Wording("", []);

    private void Set(Wording wording)
    {
        Text = wording.Text;
        IsByModel = ReferenceEquals(wording, Reworded);
        Picture = wording.Picture;
        Offered = wording.Picture ?? Offered;
        Kept = null;
        Generation++;
    }
}
