namespace EngageBot.Sandbox.Square;

/// <content>Puts the square of an earlier run back together, under the same ids.</content>
public sealed partial class PublicSquare
{
    private void Revive(ChronicleEntry entry)
    {
        if (entry.User != 0)
            Seat(new User(entry.User, entry.Handle, entry.Name ?? entry.Handle, Snowflakes.TimeOf(entry.User)));
        else if (entry.Post != 0 && handles.TryGetValue(entry.Handle, out var author))
            Revive(entry, author);
        else if (posts.TryGetValue(entry.Deleted, out var deleted))
            Strike(deleted);
    }

    private void Revive(ChronicleEntry entry, User author)
    {
        var wanted = new NewPost(author, entry.Text ?? "")
        {
            InReplyTo = posts.GetValueOrDefault(entry.InReplyTo),
            Quoted = posts.GetValueOrDefault(entry.Quoted),
            Edits = posts.GetValueOrDefault(entry.Edits),
            Language = entry.Language,
            Label = entry.Label,
            Pictures = entry.Pictures ?? [],
        };
        snowflakes.Saw(entry.Post);
        Register(composer.Compose(wanted, entry.Post, Snowflakes.TimeOf(entry.Post), handles.GetValueOrDefault), wanted);
    }
}
