using EngageBot.Model;

namespace EngageBot.Learning;

/// <summary>What a reason to let a mention be says about it; only reasons whose meaning is certain teach anything.</summary>
internal sealed record LetBeLesson(Intent? Intent, bool? Welcome)
{
    private static readonly Dictionary<string, LetBeLesson> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["advert or junk"] = new(Model.Intent.Spam, false),
        ["it advertises; nobody waits for an answer"] = new(Model.Intent.Spam, false),
        ["advert"] = new(Model.Intent.Spam, false),
        ["junk"] = new(Model.Intent.Spam, false),
        ["spam"] = new(Model.Intent.Spam, false),
        ["insult: silence is kinder"] = new(Model.Intent.Abuse, false),
        ["it insults; silence answers it best"] = new(Model.Intent.Abuse, false),
        ["insult"] = new(Model.Intent.Abuse, false),
        ["abuse"] = new(Model.Intent.Abuse, false),
        ["not meant for us"] = new(Model.Intent.Aside, false),
        ["it names us but does not talk to us"] = new(Model.Intent.Aside, false),
        ["not for us"] = new(Model.Intent.Aside, false),
        ["aside"] = new(Model.Intent.Aside, false),
        ["needs no answer"] = new(null, false),
        ["no answer needed"] = new(null, false),
    };

    /// <summary>Null when the reason says nothing about the mention itself.</summary>
    public static LetBeLesson? Of(string reason) => Known.GetValueOrDefault(reason.Trim().TrimEnd('.', '!'));
}
