namespace EngageBot.Approving.Knowing;

/// <summary>Everything that is held about one person, to be handed to them. Colleagues and makers are not named: that is their own.</summary>
/// <param name="StoppedAt">When they asked us to stop; null when they did not.</param>
/// <param name="Posts">Posts of theirs around what they wrote to us.</param>
internal sealed record Held(
    string Network, string Number, string Handle, string Name, DateTimeOffset? StoppedAt, DateTimeOffset MadeAt,
    IReadOnlyList<HeldMention> Mentions, IReadOnlyList<HeldPost> Posts, IReadOnlyList<HeldPromise> Promises, IReadOnlyList<HeldNote> Notes);

/// <summary>What they wrote to us, how it was read, what became of it.</summary>
/// <param name="LetBe">Why nobody replied; null when it was not let be.</param>
internal sealed record HeldMention(
    string PostId, string To, DateTimeOffset At, string Text, string ReadAs, string Language, string Stands, string? LetBe,
    IReadOnlyList<HeldPost> Answers, IReadOnlyList<HeldStep> Steps);

/// <summary>A public post.</summary>
internal sealed record HeldPost(string? PostId, DateTimeOffset At, string Text);

/// <summary>What we promised them.</summary>
internal sealed record HeldPromise(DateTimeOffset MadeAt, DateTimeOffset DueAt, string State, string Said);

/// <summary>What colleagues told each other about the talk.</summary>
internal sealed record HeldNote(DateTimeOffset At, string Text);

/// <summary>A step of the journal.</summary>
internal sealed record HeldStep(DateTimeOffset At, string What);
