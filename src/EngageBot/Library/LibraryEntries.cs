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
    IReadOnlyList<string> Tags,
    string? Owner)
{
    public bool HoldsOn(DateOnly day) => (ValidFrom is null || day >= ValidFrom) && (ValidUntil is null || day <= ValidUntil);
}

/// <summary>Something from behind the scenes, told by a named person, not before its day and not for ever.</summary>
/// <param name="About">The show it belongs to, if to one.</param>
/// <param name="Asks">Questions that it is the answer to.</param>
/// <param name="PictureName">A file of <c>backstage/pictures</c>, if it has one.</param>
internal sealed record Snippet(
    string Id,
    string Language,
    string Teller,
    string? About,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Asks,
    string Text,
    DateOnly? EmbargoUntil,
    DateOnly? Expires,
    string? PictureName = null,
    string AltText = "")
{
    /// <summary>Its picture, once the file has been read.</summary>
    public Picture? Picture { get; init; }

    public bool MayBeToldOn(DateOnly day) => (EmbargoUntil is null || day >= EmbargoUntil) && (Expires is null || day <= Expires);
}

/// <summary>Wordings with gaps, written as one.</summary>
/// <param name="For">The situation within the intent it is meant for; null for any.</param>
/// <param name="About">Words of which the mention must hold one; empty for any mention.</param>
/// <param name="Forms">Each way that its choices in brackets can go.</param>
internal sealed record ReplyTemplate(
    string Id,
    Intent Intent,
    string Language,
    string? For,
    IReadOnlyList<string> About,
    Conditions When,
    IReadOnlyList<Wordform> Forms);

/// <summary>When a template may be used; null for always.</summary>
/// <param name="FollowUp">True for a later turn only, false for a first turn only.</param>
/// <param name="Returning">True for somebody we have talked with before only, false for others only.</param>
internal sealed record Conditions(bool? FollowUp, bool? Returning, TimeOfDay? Time)
{
    public bool Hold(bool isFollowUp, bool isReturning, TimeOfDay now) =>
        (FollowUp ?? isFollowUp) == isFollowUp && (Returning ?? isReturning) == isReturning && (Time ?? now) == now;
}
