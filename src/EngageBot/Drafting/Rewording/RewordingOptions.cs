using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace EngageBot.Drafting.Rewording;

/// <summary>Section <c>Rewording</c>: a language model that offers one more wording. Off by default: X asks for its approval before AI words replies.</summary>
internal sealed class RewordingOptions : IValidatableObject
{
    public const string Section = "Rewording";

    /// <summary>Switch it on only with X's prior approval of AI-written replies.</summary>
    public bool Enabled { get; set; }

    /// <summary>Where chat completions are served, without <c>/chat/completions</c>; for Ollama <c>http://localhost:11434/v1</c>.</summary>
    public string Endpoint { get; set; } = "";

    public string Model { get; set; } = "";

    /// <summary>Sent as a bearer token; empty for a model that asks for none.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>How long one rewording may take.</summary>
    [Range(1, 120, ErrorMessage = "Rewording:TimeoutSeconds must lie between 1 and 120.")]
    public int TimeoutSeconds { get; set; } = 20;

    internal TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    internal Uri Completions => new($"{Endpoint.TrimEnd('/')}/chat/completions");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Enabled ? Flaws().Select(flaw => new ValidationResult(flaw)) : [];

    private IEnumerable<string> Flaws()
    {
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.UserInfo.Length > 0 || url.Query.Length > 0)
            yield return "Rewording:Endpoint must be the web address of a language model, for example http://localhost:11434/v1. Or set Rewording:Enabled to false.";
        else if (url.Scheme == "http" && !url.IsLoopback && ApiKey.Length > 0)
            yield return $"Rewording:Endpoint is '{Endpoint}': a key is sent to another machine over https only.";
        if (string.IsNullOrWhiteSpace(Model))
            yield return "Rewording:Model must name the language model, as its server calls it. Or set Rewording:Enabled to false.";
        if (ApiKey.Any(letter => letter is <= ' ' or > '~'))
            yield return "Rewording:ApiKey holds a blank or a character that no key has. Copy it again.";
    }
}

[OptionsValidator]
internal sealed partial class RewordingOptionsValidator : IValidateOptions<RewordingOptions>;
