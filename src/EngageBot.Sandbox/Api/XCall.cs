using EngageBot.Sandbox.Auth;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>One admitted request: who asks, for what, in which dialect.</summary>
internal sealed class XCall(PublicSquare square, XRoute route, Caller caller, XRequest request, DateTimeOffset now)
{
    public PublicSquare Square => square;

    public XRoute Route => route;

    public Caller Caller => caller;

    public ReadOnlyMemory<byte> Body => request.Body;

    public Vocabulary Words => request.Words;

    public DateTimeOffset Now => now;

    public Parameters Parameters { get; } = new(request.Query, route, request.Words);

    /// <summary>What X would bill: every post and user that the answer carries.</summary>
    public List<Post> PostsRead { get; } = [];

    public List<User> UsersRead { get; } = [];

    /// <summary>The post that this call made; it stays public whatever becomes of the answer.</summary>
    public Post? Created { get; set; }

    public bool HasDeleted { get; set; }

    /// <summary>Set by a fault: how the answer's list is to be spoilt.</summary>
    public Func<IReadOnlyList<Post>, IReadOnlyList<Post>>? Spoil { get; set; }

    public string PathValue(string name) => request.Path[name] as string ?? "";
}

/// <summary>What came over the wire.</summary>
internal sealed record XRequest(XQuery Query, RouteValueDictionary Path, ReadOnlyMemory<byte> Body, Vocabulary Words);
