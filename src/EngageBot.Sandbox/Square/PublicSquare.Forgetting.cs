namespace EngageBot.Sandbox.Square;

/// <content>Lets the oldest posts go, so that a square that runs for long does not grow for ever.</content>
public sealed partial class PublicSquare
{
    private void ForgetOldest()
    {
        var forgotten = everything.TakeOldest(PrunedAtOnce);
        var cut = everything.Oldest.Id;
        foreach (var post in forgotten)
        {
            posts.Remove(post.Id);
            if (post.Label is { } label)
                labelled.Remove(label);
            Shorten(authored, post.Author.Id, cut);
            Shorten(conversations, post.ConversationId, cut);
            foreach (var mention in post.Entities.Mentions)
                Shorten(mentioning, mention.UserId, cut);
        }
    }

    private static void Shorten(Dictionary<long, Timeline> timelines, long key, long cut)
    {
        if (!timelines.TryGetValue(key, out var timeline))
            return;
        timeline.ForgetBelow(cut);
        if (timeline.Count == 0)
            timelines.Remove(key);
    }
}
