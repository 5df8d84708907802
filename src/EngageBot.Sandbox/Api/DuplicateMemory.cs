using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>Knows what each author posted in the last day; looking and posting are one step, so two equal posts cannot race.</summary>
internal sealed class DuplicateMemory(PublicSquare square)
{
    private static readonly TimeSpan Span = TimeSpan.FromHours(24);

    private readonly Lock gate = new();
    private readonly Dictionary<(long Author, long Target, string Text), Post> recent = [];

    /// <summary>Null means that the author said the same before, in the same place.</summary>
    public Post? Publish(NewPost wanted, DateTimeOffset now, bool refuse)
    {
        // The prefix is part of the text, so the same words to two people are two texts.
        var key = (wanted.Author.Id, wanted.InReplyTo?.Author.Id ?? 0, wanted.Text.Trim());
        lock (gate)
        {
            if (refuse && recent.TryGetValue(key, out var earlier) && !earlier.IsDeleted && now - earlier.CreatedAt < Span)
                return null;
            if (recent.Count > 20_000)
                foreach (var old in recent.Where(pair => now - pair.Value.CreatedAt >= Span).Select(pair => pair.Key).ToList())
                    recent.Remove(old);
            return recent[key] = square.Publish(wanted);
        }
    }
}
