using EngageBot.Desk.Letter;

namespace EngageBot.Desk.Queue;

/// <summary>The words on the desk.</summary>
internal sealed partial class Sitting
{
    /// <summary>Lays another wording on the desk.</summary>
    public void Choose(int wording)
    {
        if (CanWrite && Words?.Choose(wording) == true && Letter is { Typed: not null } letter)
            kept.Keep(letter.Mention.Id, "", Rights.Name);
    }

    /// <summary>Takes over what stands in the editor of these words, unless another letter has been opened since.</summary>
    public void Type(Composition words, string text)
    {
        if (!CanWrite || !ReferenceEquals(words, Words) || Letter is null)
            return;
        words.Type(text);
        kept.Keep(Letter.Mention.Id, text, Rights.Name, words.Picture?.Hash);
    }

    /// <summary>Leaves the picture out, or takes it back in.</summary>
    public void ShowPicture(bool show)
    {
        if (!CanWrite || Words is not { } words || Letter is null)
            return;
        words.ShowPicture(show);
        if (words.Choice < 0)
            kept.Keep(Letter.Mention.Id, words.Text, Rights.Name, words.Picture?.Hash);
    }

    /// <summary>Forgets the words that were kept and shows the first wording again.</summary>
    public void Discard()
    {
        if (!CanWrite || Words is null || Letter is null)
            return;
        Words.Discard();
        kept.Keep(Letter.Mention.Id, "", Rights.Name);
    }
}
