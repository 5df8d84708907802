using EngageBot.Model;

namespace EngageBot.Library.Voice;

/// <summary>What a reply answers, as far as it is known.</summary>
/// <param name="Mention">What they wrote; null when nobody asked, or nobody knows.</param>
/// <param name="Intent">What they want; null when nobody has read it.</param>
/// <param name="Author">Their display name.</param>
/// <param name="Day">Today, by which offers are live or over.</param>
internal sealed record LintContext(string? Mention, Intent? Intent, string? Author, DateOnly Day)
{
    /// <summary>A reply on its own.</summary>
    public static LintContext Alone(DateOnly day) => new(null, null, null, day);

    public static LintContext For(Post post, Intent intent, DateOnly day) => new(post.Text, intent, post.Author.Name, day);

    public bool IsComplaint => Intent == Model.Intent.Complaint;
}
