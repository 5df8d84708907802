using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using EngageBot.Conversing;
using EngageBot.Model;
using EngageBot.People;
using EngageBot.Tests.People;
using EngageBot.Tests.Storage;

namespace EngageBot.Tests.Api;

/// <summary>The API on a real server, Ana its admin, and programs with tokens of hers.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly Door door;

    private ApiHost(Door door) => this.door = door;

    public Door Door => door;

    public static async Task<ApiHost> StartAsync(Engine engine = Engine.Sqlite)
    {
        var door = await Door.OpenAsync(engine);
        (await door.AnaAsync()).Dispose();
        return new ApiHost(door);
    }

    /// <summary>A program with a token of Ana's.</summary>
    public async Task<Program> ProgramAsync(Role role, string name = "Zapier")
    {
        var token = await door.Get<ApiTokens>().IssueAsync(await door.IdOfAsync("Ana"), name, role, CancellationToken.None);
        return new Program(door.Address, token!);
    }

    public Program Stranger(string? token = null) => new(door.Address, token is null ? null : new IssuedToken("", token));

    /// <summary>A mention that waits, in a talk of its own.</summary>
    public async Task<string> MentionAsync(string text = "how do you make it rain?", Intent intent = Intent.Curiosity, int minutesAgo = 5)
    {
        var account = await door.Get<EngageBot.Storage.AccountStore>().EnsureAsync("x", new Person("1", "harbourtheatre", "Harbour Theatre"), CancellationToken.None);
        var id = Ids.New(door.Clock);
        var at = door.Clock.GetUtcNow().AddMinutes(-minutesAgo).ToUnixTimeMilliseconds();
        await door.Database.WriteAsync(
            async session =>
            {
                var row = new { id, account = account.Id, at, text, intent = Words.Of(intent) };
                await session.ExecuteAsync("INSERT INTO talker (id, network, user_id, handle, name) VALUES (@id, 'x', @id, 'lena_k', 'Lena')", row);
                await session.ExecuteAsync("INSERT INTO conversation (id, account_id, thread_id, talker_id, version) VALUES (@id, @account, @id, @id, 1)", row);
                await session.ExecuteAsync(
                    """
                    INSERT INTO mention (id, account_id, conversation_id, talker_id, post_id, text, posted_at, seen_at, checked_at, state, state_since,
                                         intent, confidence, reply_welcome, language, reasons)
                    VALUES (@id, @account, @id, @id, @id, @text, @at, @at, @at, 'waiting', @at, @intent, 900, 1, 'en', 'asks how')
                    """,
                    row);
                await session.ExecuteAsync("INSERT INTO wording (mention_id, place, text, sources) VALUES (@id, 0, 'A pipe with holes.', 'backstage/rain')", row);
                await Said.EverythingAsync(session, id);
                return await session.ExecuteAsync(
                    "INSERT INTO journal (id, at, actor, mention_id, what, from_state, to_state, why) VALUES (@id, @at, 'engagebot', @id, 'seen', '', 'waiting', '')", row);
            },
            CancellationToken.None);
        return id;
    }

    public ValueTask DisposeAsync() => door.DisposeAsync();

    /// <summary>Somebody else's program.</summary>
    internal sealed class Program : IDisposable
    {
        private readonly HttpClient client;

        public Program(Uri address, IssuedToken? token)
        {
            Token = token;
            client = new HttpClient { BaseAddress = address };
            if (token is not null)
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Text);
        }

        public IssuedToken? Token { get; }

        public async Task<Answer> GetAsync(string path) => await Answer.OfAsync(await client.GetAsync(path));

        public async Task<Answer> PostAsync(string path, object? body = null) =>
            await Answer.OfAsync(body is null ? await client.PostAsync(path, null) : await client.PostAsJsonAsync(path, body, JsonSerializerOptions.Web));

        public async Task<Answer> PutAsync(string path, object body) => await Answer.OfAsync(await client.PutAsJsonAsync(path, body, JsonSerializerOptions.Web));

        public async Task<Answer> DeleteAsync(string path) => await Answer.OfAsync(await client.DeleteAsync(path));

        public void Dispose() => client.Dispose();
    }

    /// <summary>Status and body of an answer.</summary>
    internal sealed record Answer(int Status, string? Type, JsonNode? Body)
    {
        public string Title => (string)Body!["title"]!;

        public string Detail => (string)Body!["detail"]!;

        public static async Task<Answer> OfAsync(HttpResponseMessage response)
        {
            var text = await response.Content.ReadAsStringAsync();
            return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, text.Length == 0 ? null : JsonNode.Parse(text));
        }
    }
}
