using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EngageBot.Benchmarks.Faults;

/// <summary>A scripted colleague at the REST interface: reads, approves, edits, lets be, undoes, again and again.</summary>
internal sealed class Manager : IDisposable
{
    // On a busy machine a day is longer, so that as much happens in it.
    private const int EnoughDone = 6;
    private static readonly TimeSpan LongestDay = TimeSpan.FromSeconds(8);
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly Random dice;
    private readonly string name;
    private readonly Func<Uri?> desk;
    private readonly Func<string, string?> writeAgain;
    private readonly Memory memory;
    private readonly TimeProvider clock;
    private int number;
    private int done;

    /// <param name="desk">Where the program answers now; null while it does not.</param>
    /// <param name="writeAgain">Lets the author of a post write once more in its thread, and says what the new post is called.</param>
    /// <param name="clock">What the colleague's watch says: the time of the run, right even where a program's clock is wrong.</param>
    public Manager(string name, string token, int seed, Func<Uri?> desk, Func<string, string?> writeAgain, Memory memory, TimeProvider clock)
    {
        (this.name, dice, this.desk, this.writeAgain, this.memory, this.clock) = (name, new Random(seed), desk, writeAgain, memory, clock);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task WorkAsync(Task until)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!until.IsCompleted || (done < EnoughDone && TimeProvider.System.GetElapsedTime(began) < LongestDay))
        {
            if (await ReadAsync($"queue?limit=20&state={StateToVisit()}") is { } page && page["items"]!.AsArray() is { Count: > 0 } items
                && (string)items[dice.Next(items.Count)]!["id"]! is { } id && await ReadAsync($"mentions/{id}") is { } mention)
                await DecideAsync(id, mention);
            await Task.Delay(TimeSpan.FromMilliseconds(dice.Next(5, 40)), TimeProvider.System);
        }
    }

    public void Dispose() => http.Dispose();

    private string StateToVisit() => dice.Next(10) switch { < 7 => "waiting", 7 => "answering", 8 => "needs-attention", _ => "let-be" };

    private async Task DecideAsync(string id, JsonNode mention)
    {
        var state = (string)mention["state"]!;
        if (state is "answering" or "let-be")
        {
            if (dice.Next(3) == 0)
                await DoAsync(id, Verb.Undo, "", "undo", new { });
            return;
        }
        switch (dice.Next(20))
        {
            case < 11:
                await ApproveAsync(id, (long)mention["version"]!);
                break;
            case < 14:
                await ApproveUnseenAsync(id, mention);
                break;
            case < 17:
                await DoAsync(id, Verb.LetBe, "", "let-be", new { reason = "no reply needed" });
                break;
            case 17:
                await DoAsync(id, Verb.Snooze, "", "snooze", new { until = clock.GetUtcNow() + TimeSpan.FromMinutes(2) });
                break;
            default:
                await EditAsync(id);
                break;
        }
    }

    private Task<Told> EditAsync(string id)
    {
        var text = $"Half a sentence of {name}, note {++number}";
        return DoAsync(id, Verb.Draft, text, "draft", new { text });
    }

    private Task<Told> ApproveAsync(string id, long version)
    {
        var text = $"Thank you, we are glad to hear from you. {name} at the box office, note {++number}";
        return DoAsync(id, Verb.Approve, text, "approve", new { text, version });
    }

    /// <summary>The author writes again and the program knows it; approving what was read before must fail.</summary>
    private async Task ApproveUnseenAsync(string id, JsonNode mention)
    {
        var read = (long)mention["version"]!;
        var again = writeAgain((string)mention["postId"]!);
        for (var look = 0; look < 40; look++)
        {
            if (await ReadAsync($"mentions/{id}") is { } now && now["thread"]!.AsArray().Any(turn => (string?)turn!["postId"] == again))
            {
                Interlocked.Increment(ref memory.StaleTries);
                if (await ApproveAsync(id, read) == Told.Yes)
                    memory.Unseen.Enqueue(id);
                return;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }
    }

    private async Task<Told> DoAsync(string id, Verb verb, string text, string path, object body)
    {
        done++;
        var began = memory.Tick();
        var told = await AskAsync(id, verb, path, body);
        memory.Add(new Act(id, verb, text, told, began, memory.Tick()));
        return told;
    }

    private async Task<Told> AskAsync(string id, Verb verb, string path, object body)
    {
        if (desk() is not { } address)
            return Told.No;
        try
        {
            using var content = JsonContent.Create(body);
            using var request = new HttpRequestMessage(verb == Verb.Draft ? HttpMethod.Put : HttpMethod.Post, new Uri(address, $"/api/v1/mentions/{id}/{path}")) { Content = content };
            using var answer = await http.SendAsync(request);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => Told.Yes,
                >= HttpStatusCode.InternalServerError => Told.Nothing,
                // A proposal alone posts nothing.
                HttpStatusCode.Accepted or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound => Told.No,
                var odd => throw new InvalidOperationException($"{path} was answered with {(int)odd}: {await answer.Content.ReadAsStringAsync()}"),
            };
        }
        catch (HttpRequestException trouble)
        {
            return trouble.HttpRequestError == HttpRequestError.ConnectionError ? Told.No : Told.Nothing;
        }
        catch (Exception trouble) when (trouble is OperationCanceledException or SocketException)
        {
            return Told.Nothing;
        }
    }

    private async Task<JsonNode?> ReadAsync(string path)
    {
        if (desk() is not { } address)
            return null;
        try
        {
            using var answer = await http.GetAsync(new Uri(address, $"/api/v1/{path}"));
            return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonNode>() : null;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or SocketException or OperationCanceledException or JsonException)
        {
            return null;
        }
    }
}
