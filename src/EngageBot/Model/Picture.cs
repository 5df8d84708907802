namespace EngageBot.Model;

/// <summary>A picture that goes out with a reply: the file that a person saw when they approved it, and what it shows in words.</summary>
/// <param name="Hash">SHA-256 of the file, in lower-case hex: its name in the store.</param>
/// <param name="MediaType">For example <c>image/png</c>.</param>
/// <param name="AltText">For those who cannot see it.</param>
public sealed record Picture(string Hash, string MediaType, string AltText);
