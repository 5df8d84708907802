using System.Net;
using System.Text;
using CsCheck;
using EngageBot.People;
using EngageBot.Tests.Api;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Properties;

/// <summary>Whatever a program sends to the REST interface is taken or refused; it never lets anybody in and is never a fault of ours.</summary>
public sealed class RequestTests
{
    private static readonly string[] Verbs = ["approve", "draft", "let-be", "snooze", "undo", "intent"];
    private const string Made = "Bearer eb_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task No_header_lets_anybody_in_that_is_only_nearly_a_token_and_no_body_breaks_a_route(Engine engine)
    {
        await using var api = await ApiHost.StartAsync(engine);
        using var program = await api.ProgramAsync(Role.Approver);
        using var client = new HttpClient { BaseAddress = api.Door.Address };
        var token = $"Bearer {program.Token!.Text}";
        await Mutations.Of(Made, token, "Basic QW5hOkFuYQ==", "bearer").Where(header => header.Trim() != token && !header.StartsWith(token, StringComparison.Ordinal)).SampleAsync(
            async header =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/queue");
                if (header.All(letter => letter is >= ' ' and < '\u007F') && request.Headers.TryAddWithoutValidation("Authorization", header))
                    Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync(request)).StatusCode);
            },
            iter: Effort.Times(100),
            threads: 1);

        var id = await api.MentionAsync();
        var words = Gen.Select(Gen.Int[0, Verbs.Length - 1].Select(place => Verbs[place]), Mutations.Of(
            """{"text":"Thank you, so glad.","version":1}""", """{"reason":"no reply needed"}""", """{"until":"2026-06-01T18:00:00Z"}""", """{"intent":"question"}""", """{"text":"a","version":9223372036854775807}"""));
        await words.SampleAsync(
            async (verb, body) =>
            {
                using var request = new HttpRequestMessage(verb is "draft" ? HttpMethod.Put : HttpMethod.Post, $"/api/v1/mentions/{id}/{verb}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                request.Headers.TryAddWithoutValidation("Authorization", token);
                var answer = await client.SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, $"{verb} {body}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            },
            iter: Effort.Times(100),
            threads: 1);
    }
}
