using System.ComponentModel;
using System.Text.Json.Serialization;
using EngageBot.Model;

namespace EngageBot.Api;

/// <summary>Words to keep for whoever decides.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DraftRequest(string Text);

/// <summary>Approves a text as the reply.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ApproveRequest(
    [property: Description("Posted letter by letter.")] string Text,
    [property: Description("The version of the mention that was read; an approval of an older one does not go through.")] long Version,
    [property: Description("The hash of a picture that the draft shows; without it the words go out alone.")] string? Picture = null,
    [property: Description("One line: why this text goes out although the lint blocks it. The journal keeps it.")] string? Reason = null);

/// <summary>A text to listen to.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LintRequest(
    string Text,
    [property: Description("The mention it answers, so that what was asked for is known.")] string? MentionId = null);

/// <summary>Decides not to reply.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LetBeRequest([property: Description("So that colleagues understand it.")] string Reason);

/// <summary>Says what a mention wants.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record IntentRequest(
    [property: Description("What it wants in a person's judgement.")] Intent Intent,
    [property: Description("What it was read as when the person looked; if that has changed since, nothing is done.")] Intent? Seen = null);

/// <summary>Puts a mention aside.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SnoozeRequest([property: Description("When it comes back; a moment in the future.")] DateTimeOffset Until);
