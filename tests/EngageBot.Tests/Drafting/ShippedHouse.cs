using EngageBot.Drafting;
using EngageBot.Library;
using EngageBot.Model;
using EngageBot.Reading;
using EngageBot.Tests.Reading;

namespace EngageBot.Tests.Drafting;

/// <summary>Reader, library and drafter as the program puts them together, with the words that come along.</summary>
internal static class ShippedHouse
{
    private static readonly Lazy<IServiceProvider> Services = new(() => Build());

    public static LibrarySnapshot Library => Services.Value.GetRequiredService<PromptLibrary>().Current.Snapshot;

    /// <summary>What <c>draft</c> would show.</summary>
    public static Drafted Draft(string text, string handle = "nora_v", string name = "nora_v", Talk? talk = null, string id = "100")
    {
        var post = Mentions.Post(text, id: id) with { Author = new Person("2", handle, name), PostedAt = DraftingRoom.Evening };
        var understanding = Services.Value.GetRequiredService<MentionReader>().Read(post, Mentions.Theatre);
        var draft = Services.Value.GetRequiredService<Drafter>().Draft(post, understanding, Mentions.Theatre, talk ?? Talk.First, DraftingRoom.Evening);
        return new Drafted(post, understanding, draft);
    }

    private static IServiceProvider Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Configuration["Library:Path"] = Path.Combine(AppContext.BaseDirectory, "prompts");
        builder.AddReading();
        builder.AddLibrary();
        builder.AddDrafting();
        return builder.Build().Services;
    }
}

/// <summary>A mention, what was made of it and what would be said.</summary>
internal sealed record Drafted(Post Post, Understanding Understanding, Draft Draft)
{
    /// <summary>In a word: an entry of the library, find-out, let-be, care or the intent.</summary>
    public string InAWord =>
        Draft.LetBe is not null ? "let-be"
        : Draft.Unanswered ? "find-out"
        : Draft.Wordings[0].Sources.FirstOrDefault(source => !source.StartsWith("replies/", StringComparison.Ordinal))
            ?? (Understanding.Intent == Intent.Complaint ? "care" : Words.Of(Understanding.Intent));
}
