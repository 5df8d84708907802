using EngageBot.Model;
using EngageBot.Networks;

namespace EngageBot.Benchmarks.Desks;

/// <summary>A network that nobody asks: the measured program neither listens nor posts.</summary>
internal sealed class Nowhere : INetwork
{
    public string Name => "x";

    public Task<IReadOnlyList<ReadOutcome<Person>>> OwnAccountsAsync(CancellationToken cancellationToken) => throw Silence();

    public Task<ReadOutcome<MentionPage>> MentionsSinceAsync(Account account, MentionQuery query, CancellationToken cancellationToken) => throw Silence();

    public Task<PostOutcome> ReplyAsync(Account account, string targetPostId, string text, CancellationToken cancellationToken) => throw Silence();

    public Task<PostOutcome> ReplyAsync(Account account, string targetPostId, string text, string mediaId, CancellationToken cancellationToken) => throw Silence();

    public Task<UploadOutcome> UploadAsync(Account account, ReadOnlyMemory<byte> picture, string altText, CancellationToken cancellationToken) => throw Silence();

    public Task<ReadOutcome<IReadOnlyList<Post>>> OwnPostsSinceAsync(Account account, DateTimeOffset since, CancellationToken cancellationToken) => throw Silence();

    public Task<ReadOutcome<IReadOnlySet<string>>> StillThereAsync(Account account, IReadOnlyCollection<string> postIds, CancellationToken cancellationToken) => throw Silence();

    public bool SaysTheSame(string ours, string published) => throw Silence();

    private static NotSupportedException Silence() => new("Nothing is read from a network or sent to one here.");
}
