using EngageBot.Benchmarks.Figures;
using EngageBot.Drafting;
using EngageBot.Language;
using EngageBot.Language.Encoder;
using EngageBot.Library;
using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Networks.X;
using EngageBot.Sandbox.Hosting;
using EngageBot.Sandbox.Square;
using Sources = EngageBot.Benchmarks.Line.Sources;

namespace EngageBot.Benchmarks.Drafts;

/// <summary>Similar thank-yous, drafted a page at a time as the line does, each draft approved unchanged and posted.</summary>
internal sealed class FreshRun(FigureTable table)
{
    private const int Page = 50;
    private const int Remembered = 1_000;

    public async Task<bool> MeasureAsync(int count, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { HasFollowers = false, RateLimits = false }, cancellationToken);
        await using var services = Connected(sandbox);
        var network = services.GetRequiredService<INetwork>();
        var self = ((ReadOutcome<Person>.Read)(await network.OwnAccountsAsync(cancellationToken))[0]).Value;
        var account = new Account("a", network.Name, self);
        var drafter = Drafter();
        var said = new List<string>();
        var (refused, empty) = (0, 0);
        var started = TimeProvider.System.GetTimestamp();
        var drafting = TimeSpan.Zero;
        for (var first = 0; first < count; first += Page)
        {
            var talk = Talk.First with { OurWords = [.. said.AsEnumerable().Reverse().Take(Remembered)], Proposed = new List<string>() };
            for (var number = first; number < Math.Min(count, first + Page); number++)
            {
                var mention = Publish(sandbox, number);
                started = TimeProvider.System.GetTimestamp();
                var draft = drafter.Draft(mention, new Understanding(Intent.Thanks, 0.9, true, "en", []), account, talk, Evening);
                drafting += TimeProvider.System.GetElapsedTime(started);
                if (draft.Wordings is not [var best, ..])
                {
                    empty++;
                    continue;
                }
                ((List<string>)talk.Proposed).Add(best.Text);
                said.Add(best.Text);
                refused += await network.ReplyAsync(account, mention.Id, best.Text, cancellationToken) is PostOutcome.Posted ? 0 : 1;
            }
        }
        return Report(said, refused, empty, drafting);
    }

    private static DateTimeOffset Evening { get; } = new(2026, 11, 23, 19, 0, 0, TimeSpan.Zero);

    private bool Report(List<string> said, int refused, int empty, TimeSpan drafting)
    {
        var prints = said.Select(text => new TextPrint(text)).ToList();
        var alike = said.Count - prints.Select(print => print.Plain).Distinct().Count();
        var nearest = prints.AsParallel().Select((print, place) => prints.Where((_, other) => other != place).Max(print.Likeness)).ToList();
        var near = prints.Select((print, place) => place == 0 ? 0 : prints.Take(place).TakeLast(Page).Max(print.Likeness)).ToList();
        table.Add("replies posted", said.Count - refused, "");
        table.Add("without fresh words, left to a person", empty, "", Aim.AtMost(0));
        table.Add("refused by the sandbox", refused, "", Aim.AtMost(0));
        table.Add("alike, capitals and marks aside", alike, "", Aim.AtMost(0));
        table.Add("nearest neighbour among all, median", new Sample(nearest).Median, "");
        table.Add("nearest neighbour among all, max", nearest.Max(), "");
        table.Add($"nearest of the {Page} before, median", new Sample(near).Median, "");
        table.Add($"nearest of the {Page} before, 95th percentile", new Sample(near).Percentile(95), "");
        table.Add("drafting one, mean", drafting.TotalMilliseconds / Math.Max(1, said.Count + empty), "ms");
        return refused == 0 && alike == 0 && empty == 0;
    }

    private static EngageBot.Model.Post Publish(SandboxHost sandbox, int number)
    {
        var (name, text) = ThankYous.Number(number);
        var author = sandbox.Square.Enrol($"f{number}", name);
        var post = sandbox.Square.Publish(new NewPost(author, text));
        return new EngageBot.Model.Post(post.IdText, new Person(author.IdText, author.Handle, name), text, post.CreatedAt, post.IdText);
    }

    private static Drafter Drafter()
    {
        var library = new PromptLibrary(Sources.Prompts, SentenceEncoder.Load());
        library.Refresh();
        return new Drafter(library);
    }

    private static ServiceProvider Connected(SandboxHost sandbox) => new ServiceCollection().AddLogging().AddX(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["X:BaseUrl"] = sandbox.BaseUri.AbsoluteUri.TrimEnd('/'),
            ["X:ConsumerKey"] = sandbox.Keys.ConsumerKey,
            ["X:ConsumerSecret"] = sandbox.Keys.ConsumerSecret,
            ["X:AccessToken"] = sandbox.Keys.AccessToken,
            ["X:AccessTokenSecret"] = sandbox.Keys.AccessTokenSecret,
        }).Build()).BuildServiceProvider();
}
