using EngageBot.Model;

namespace EngageBot.Networks;

/// <summary>A social network as the line needs it. Implementations are stateless towards the line: bookmarks and outcomes are kept by the caller.</summary>
public interface INetwork
{
    /// <summary>The word for it in the database and on the desk, for example <c>x</c>.</summary>
    string Name { get; }

    /// <summary>A reading of this many mentions has reached the end of the timeline rather than the bookmark; without such an end, the largest number.</summary>
    int MentionsDepth => int.MaxValue;

    /// <summary>
    /// The accounts whose keys are configured, as the network names them, in the order of the configuration.
    /// Asked at start, and again while one of them could not be had.
    /// </summary>
    Task<IReadOnlyList<ReadOutcome<Person>>> OwnAccountsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// One page of mentions newer than a post, newest first. Reads are retried inside within reason;
    /// what remains is a value, never an exception but <see cref="OperationCanceledException"/>.
    /// </summary>
    Task<ReadOutcome<MentionPage>> MentionsSinceAsync(Account account, MentionQuery query, CancellationToken cancellationToken);

    /// <summary>Posts a reply: one attempt, never retried. Cancelling after the request has left gives <see cref="PostOutcome.Unclear"/>.</summary>
    Task<PostOutcome> ReplyAsync(Account account, string targetPostId, string text, CancellationToken cancellationToken);

    /// <summary>The same with an uploaded picture.</summary>
    Task<PostOutcome> ReplyAsync(Account account, string targetPostId, string text, string mediaId, CancellationToken cancellationToken);

    /// <summary>Brings a picture and its description to the network; nobody sees it before a reply shows it.</summary>
    Task<UploadOutcome> UploadAsync(Account account, ReadOnlyMemory<byte> picture, string altText, CancellationToken cancellationToken);

    /// <summary>Our own newest posts since a moment, newest first: the truth about unclear attempts and about replies made from a phone.</summary>
    Task<ReadOutcome<IReadOnlyList<Post>>> OwnPostsSinceAsync(Account account, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Which of these posts (any number) can still be seen by us.</summary>
    Task<ReadOutcome<IReadOnlySet<string>>> StillThereAsync(Account account, IReadOnlyCollection<string> postIds, CancellationToken cancellationToken);

    /// <summary>These posts (at most a hundred), each with the one it answers where the network sends it along; what it does not show us is left out.</summary>
    Task<ReadOutcome<IReadOnlyList<Post>>> PostsAsync(Account account, IReadOnlyCollection<string> postIds, CancellationToken cancellationToken) =>
        Task.FromResult<ReadOutcome<IReadOnlyList<Post>>>(new ReadOutcome<IReadOnlyList<Post>>.Read([]));

    /// <summary>
    /// Whether a post of our own timeline says what we meant to say: links are folded and leading handles are put in front
    /// by the network, so texts are compared by meaning of the network's rules.
    /// </summary>
    bool SaysTheSame(string ours, string published);
}
