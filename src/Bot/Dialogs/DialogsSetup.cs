using BotFramework.Builder;
using BotFramework.Dialogs;
using Warmline.Bot.Dialogs.Callbacks;
using Warmline.Bot.Dialogs.Changes;
using Warmline.Bot.Dialogs.Orders;
using Warmline.Bot.Dialogs.Returns;
using Warmline.Bot.Dialogs.Writes;
using Warmline.Bot.Understanding;
using Warmline.Handoff.Tasks;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Search;

namespace Warmline.Bot.Dialogs;

internal static class DialogsSetup
{
    /// <summary>The bot and what it talks about.</summary>
    public static IServiceCollection AddDialogs(this IServiceCollection services) => services
        .AddUnderstanding()
        .AddSingleton<IBot, ShopBot>()
        .AddSingleton<Welcome>()
        .AddSingleton<Answering>()
        .AddSingleton<Wishes>()
        .AddSingleton<Weighing>()
        .AddSingleton<Attempts>()
        .AddSingleton<ShopKnowledgeAnswers>()
        .AddSingleton<WrittenAnswers>()
        .AddSingleton<IArticleUsers, GeneralArticles>()
        .AddSingleton<ILineReader, TrialLines>()
        .AddSingleton<ShopDialogs>()
        .AddSingleton<OrderAccess>()
        .AddSingleton<RecentOrders>()
        .AddSingleton<OrderTelling>()
        .AddSingleton<OrderFollowUps>()
        .AddSingleton<Dialog, FindOrder>()
        .AddSingleton<Dialog, OrderStatusDialog>()
        .AddSingleton<Dialog, ReturnDialog>()
        .AddSingleton<ReturnReading>()
        .AddSingleton<ReturnDecisions>()
        .AddSingleton<ReturnRequests>()
        .AddSingleton<ReturnPhotos>()
        .AddSingleton<Dialog, CancelOrderDialog>()
        .AddSingleton<Dialog, ChangeAddressDialog>()
        .AddSingleton<ChangeWishes>()
        .AddSingleton<Dialog, CallbackDialog>()
        .AddSingleton<CallbackQuestions>()
        .AddSingleton<CallbackAnswers>()
        .AddSingleton<PromisedCalls>()
        .AddSingleton<TaskEnds>()
        .AddSingleton<ITaskHandler, ShopAnswersTask>()
        .AddSingleton<ITaskTeller, ShopCameBack>()
        .AddSingleton<ITaskHandler, ShopWriteTask>()
        .AddSingleton<ITaskTeller, WriteTelling>();
}
