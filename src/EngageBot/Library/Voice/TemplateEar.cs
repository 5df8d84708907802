namespace EngageBot.Library.Voice;

/// <summary>Hears how a template sounds once its gaps are filled with plain words, and without those that may be missing.</summary>
internal sealed class TemplateEar(VoiceRules voice)
{
    private readonly VoiceLint lint = new(voice.Lint);

    /// <summary>What this ear goes by.</summary>
    public VoiceRules Voice => voice;

    /// <summary>Null when people may be offered its words.</summary>
    public LibraryProblem? Objection(string file, ReplyTemplate template) =>
        template.Forms.Select(form => Objection(file, template, form)).FirstOrDefault(problem => problem is not null);

    private LibraryProblem? Objection(string file, ReplyTemplate template, Wordform form) =>
        Occasions(template, form)
            .Select(fields => Reading(template, form, fields))
            .FirstOrDefault(report => report?.Verdict == LintVerdict.Block) is { } blocked
            ? new LibraryProblem(file, form.Line, $"It {blocked.Headline} and would be held back ({blocked.Score} of 100): {string.Join("; ", blocked.Findings.Where(finding => finding.Points < 0))}.")
            : null;

    // a template that fails to render is the drafter's trouble, not a question of voice
    private LintReport? Reading(ReplyTemplate template, Wordform form, Dictionary<string, object> fields)
    {
        try
        {
            return lint.Read(form.Render(fields), new LintContext(null, template.Intent, "Nora Bell", DateOnly.MinValue));
        }
        catch (Exception exception) when (exception is DotLiquid.Exceptions.RenderException or TimeoutException)
        {
            return null;
        }
    }

    private IEnumerable<Dictionary<string, object>> Occasions(ReplyTemplate template, Wordform form)
    {
        yield return Whole(template, first: true);
        yield return Whole(template, first: false);
        var bare = Whole(template, first: true);
        foreach (var name in bare.Keys.Except(form.Needs).Except(["handle", "account", "language"]).ToList())
            bare.Remove(name);
        yield return bare;
    }

    private Dictionary<string, object> Whole(ReplyTemplate template, bool first) => new()
    {
        ["name"] = "Nora Bell",
        ["first_name"] = "Nora",
        ["handle"] = "nora",
        ["account"] = "us",
        ["echo"] = "the rain",
        ["show"] = "Rain",
        ["answer"] = "At seven.",
        ["link"] = "https://example.com/a",
        ["snippet"] = "It is rain.",
        ["teller"] = "Mo",
        ["sign_off"] = voice.SignOff,
        ["greeting"] = "Hello Nora,",
        ["first_contact"] = first,
        ["follow_up"] = !first,
        ["returning"] = !first,
        ["time"] = "evening",
        ["language"] = template.Language,
        ["turn"] = first ? 1 : 2,
        ["we_said"] = first ? "" : "Which night was it?",
        ["we_asked"] = !first,
        ["rested"] = !first,
        ["owed"] = false,
        ["asked"] = "when does it rain?",
    };
}
