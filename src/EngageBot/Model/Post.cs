namespace EngageBot.Model;

/// <summary>One public post as a network gave it, before we made anything of it.</summary>
/// <param name="Id">The network's id: a decimal string on X. Never compared as text.</param>
/// <param name="ThreadId">Id of the post that started the thread; the same at every depth.</param>
/// <param name="InReplyTo">Id of the post this one answers.</param>
/// <param name="Language">What the network says the language is; a hint.</param>
/// <param name="Parent">The answered post, where the network sent it along.</param>
public sealed record Post(
    string Id,
    Person Author,
    string Text,
    DateTimeOffset PostedAt,
    string ThreadId,
    string? InReplyTo = null,
    string? Language = null,
    bool IsRepost = false,
    Post? Parent = null);
