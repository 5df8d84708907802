using EngageBot.Drafting;
using EngageBot.Library;
using EngageBot.Model;
using EngageBot.Tests.Library;
using EngageBot.Tests.Reading;

namespace EngageBot.Tests.Drafting;

/// <summary>A drafter with a folder of words, asked the way the line asks it.</summary>
internal sealed class DraftingRoom : IDisposable
{
    public static readonly DateTimeOffset Evening = new(2026, 11, 23, 19, 0, 0, TimeSpan.Zero);

    private readonly PromptFolder folder = new();

    public DraftingRoom With(string file, string frontMatter, string text)
    {
        folder.With(file, $"---\n{frontMatter}\n---\n{text}");
        return this;
    }

    public DraftingRoom WithVoice(string yaml)
    {
        folder.With("voice.yaml", yaml);
        return this;
    }

    public Draft Draft(Intent intent, string text, Talk? talk = null, string language = "en", string name = "Nora Vance", string id = "100", DateTimeOffset? now = null, Post? parent = null, double confidence = 0.9)
    {
        folder.Read();
        var post = Mentions.Post(text, id: id) with { Author = new Person("2", "nora_v", name), Parent = parent };
        return new Drafter(folder.Library).Draft(post, new Understanding(intent, confidence, true, language, []), Mentions.Theatre, talk ?? Talk.First, now ?? Evening);
    }

    public string Text(Intent intent, string text, Talk? talk = null, string language = "en", string name = "Nora Vance") =>
        Draft(intent, text, talk, language, name).Wordings[0].Text;

    /// <summary>The words that come with the program.</summary>
    public static Drafter Shipped()
    {
        var library = new PromptLibrary(Path.Combine(AppContext.BaseDirectory, "prompts"));
        library.Refresh();
        return new Drafter(library);
    }

    public void Dispose() => folder.Dispose();
}
