using EngageBot.Model;

namespace EngageBot.Library;

/// <summary>A question that followers ask, and what we say to it.</summary>
/// <param name="Id">Its path without ending, for example <c>answers/opening-hours</c>.</param>
/// <param name="Wordings">The question and other ways to put it.</param>
/// <param name="NotFor">Questions that sound like it and that it does not answer.</param>
internal sealed record Answer(
    string Id,
    string Language,
    IReadOnlyList<string> Wordings,
    IReadOnlyList<string> NotFor,
    string Text,
    string? Link,
    DateOnly? ValidFrom,
    DateOnly? ValidUntil,
    IReadOnlyList<string> Tags)
{
    public bool HoldsOn(DateOnly day) => (ValidFrom is null || day >= ValidFrom) && (ValidUntil is null || day <= ValidUntil);
}

/// <summary>Something from behind the scenes, told by a named person, not before its day and not for ever.</summary>
/// <param name="About">The show it belongs to, if to one.</param>
internal sealed record Snippet(
    string Id,
    string Language,
    string Teller,
    string? About,
    IReadOnlyList<string> Topics,
    string Text,
    DateOnly? EmbargoUntil,
    DateOnly? Expires)
{
    public bool MayBeToldOn(DateOnly day) => (EmbargoUntil is null || day >= EmbargoUntil) && (Expires is null || day <= Expires);
}

/// <summary>A wording with gaps.</summary>
/// <param name="For">The situation within the intent it is meant for; null for any.</param>
/// <param name="About">Words of which the mention must hold one; empty for any mention.</param>
/// <param name="FollowUp">True for a later turn only, false for a first turn only, null for both.</param>
internal sealed record ReplyTemplate(
    string Id,
    Intent Intent,
    string Language,
    string? For,
    IReadOnlyList<string> About,
    bool? FollowUp,
    Wordform Form);
