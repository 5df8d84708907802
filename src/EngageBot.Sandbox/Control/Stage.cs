using System.Globalization;
using EngageBot.Sandbox.Play;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Control;

/// <summary>Posts on behalf of a follower, as a test or a curious person asks.</summary>
internal sealed class Stage(Venue venue)
{
    private readonly PublicSquare square = venue.Square;

    /// <summary>Null, with a reason, when there is nothing to reply to or nothing to say.</summary>
    public Post? Publish(StagedPost staged, out string fault)
    {
        fault = "";
        if (string.IsNullOrEmpty(staged.Text) || !IsHandle(staged.As))
            fault = "\"as\" must be a handle of up to 15 letters, digits or underscores, and \"text\" must not be empty.";
        var target = Find(staged.ReplyTo);
        var quoted = Find(staged.Quote);
        if (staged.ReplyTo is not null && target is null or { IsDeleted: true })
            fault = $"There is no post {staged.ReplyTo} to reply to.";
        if (staged.Quote is not null && quoted is null or { IsDeleted: true })
            fault = $"There is no post {staged.Quote} to quote.";
        if (fault.Length > 0)
            return null;
        var author = Seat(staged);
        return square.Publish(new NewPost(author, staged.Text!)
        {
            InReplyTo = target,
            Quoted = quoted,
            Edits = Find(staged.Edit),
            At = staged.At,
            Language = staged.Language,
            Label = staged.Label,
            Late = staged.LateBy is { } seconds ? TimeSpan.FromSeconds(seconds) : venue.Faults.StrikeLateness(),
        });
    }

    public bool Delete(string id) => Find(id) is { } post && square.Delete(post.Id);

    /// <summary>False when nobody has that handle.</summary>
    public bool Change(string handle, UserChange change)
    {
        if (square.FindUser(handle.TrimStart('@')) is not { } user)
            return false;
        user.IsProtected = change.Protected ?? user.IsProtected;
        user.IsSuspended = change.Suspended ?? user.IsSuspended;
        user.IsVerified = change.Verified ?? user.IsVerified;
        user.Name = change.Name ?? user.Name;
        return true;
    }

    private User Seat(StagedPost staged)
    {
        var handle = staged.As!.TrimStart('@');
        var user = square.Enrol(handle, staged.Name ?? handle);
        user.Language = staged.Language ?? user.Language;
        return user;
    }

    private Post? Find(string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? square.Find(number) : null;

    private static bool IsHandle(string? handle) =>
        handle?.TrimStart('@') is { Length: >= 1 and <= 15 } bare && bare.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}

internal sealed record StagedPost
{
    public string? As { get; init; }

    public string? Name { get; init; }

    public string? Text { get; init; }

    public string? ReplyTo { get; init; }

    public string? Quote { get; init; }

    public string? Edit { get; init; }

    public DateTimeOffset? At { get; init; }

    public double? LateBy { get; init; }

    public string? Language { get; init; }

    public string? Label { get; init; }
}

internal sealed record UserChange(bool? Protected = null, bool? Suspended = null, bool? Verified = null, string? Name = null);
