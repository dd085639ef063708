import { Sector } from '../opening/opening.rules.ts';

interface InPortalLanguages {
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

/** What the demonstration's openings are about and ask volunteers to do, by sector. */
export const demoTexts: Readonly<
  Record<Sector, { readonly description: InPortalLanguages; readonly tasks: InPortalLanguages }>
> = {
  [Sector.CHILDREN]: {
    description: {
      kk: 'Ұйым ата-анасының қамқорлығынсыз қалған балаларға үй болады. Еріктілер тәрбиешілерге күнделікті істе көмектеседі.',
      ru: 'Организация даёт дом детям, оставшимся без попечения родителей. Волонтёры помогают воспитателям в повседневных делах.',
      en: 'The organisation gives a home to children without parental care. Volunteers help the carers from day to day.',
    },
    tasks: {
      kk: 'Балалардың сабақ оқуына көмектесу\nОйындар мен спорт сабақтарын өткізу\nСаяхаттарда бірге болу',
      ru: 'Помогать детям с уроками\nПроводить игры и занятия спортом\nСопровождать в поездках',
      en: 'Help children with their homework\nLead games and sports\nCome along on trips',
    },
  },
  [Sector.ELDERLY_CARE]: {
    description: {
      kk: 'Ұйым жалғызбасты қарттарға күтім жасап, олармен бірге уақыт өткізеді.',
      ru: 'Организация заботится об одиноких пожилых людях и проводит с ними время.',
      en: 'The organisation cares for older people who live alone, and spends time with them.',
    },
    tasks: {
      kk: 'Тамақтандыруға және серуендеуге көмектесу\nӘңгімелесу, кітап оқып беру\nМерекелер ұйымдастыру',
      ru: 'Помогать за столом и на прогулке\nБеседовать и читать вслух\nУстраивать праздники',
      en: 'Help at meals and on walks\nTalk and read aloud\nOrganise celebrations',
    },
  },
  [Sector.RESCUE]: {
    description: {
      kk: 'Құтқарушылар жасағы апат орындарында және суда адамдарды құтқарады. Еріктілер кәсіби құтқарушыларға қолдау көрсетеді.',
      ru: 'Отряд спасает людей в чрезвычайных ситуациях и на воде. Волонтёры поддерживают профессиональных спасателей.',
      en: 'The unit rescues people in emergencies and at sea. Volunteers support the professionals.',
    },
    tasks: {
      kk: 'Жабдықты дайындау\nАлғашқы көмек көрсету\nҚауіпсіздік сабақтарын өткізу',
      ru: 'Готовить снаряжение\nОказывать первую помощь\nПроводить занятия по безопасности',
      en: 'Prepare the equipment\nGive first aid\nTeach safety',
    },
  },
  [Sector.TEACHING]: {
    description: {
      kk: 'Мектеп шет тілін білетін көмекшілер іздейді. Еріктілер мұғалімдермен бірге сабақ береді.',
      ru: 'Школе нужны помощники, владеющие языками. Волонтёры ведут занятия вместе с учителями.',
      en: 'The school looks for helpers who speak languages. Volunteers teach together with its teachers.',
    },
    tasks: {
      kk: 'Мұғаліммен бірге сабақ беру\nТіл үйірмесін жүргізу\nОқу құралдарын дайындау',
      ru: 'Вести уроки вместе с учителем\nВести языковой кружок\nГотовить учебные материалы',
      en: 'Teach lessons together with a teacher\nLead a language club\nPrepare materials',
    },
  },
  [Sector.ENVIRONMENT]: {
    description: {
      kk: 'Ұйым жағалауды, орман мен теңізді қорғайды, зардап шеккен табиғатты қалпына келтіреді.',
      ru: 'Организация охраняет побережье, леса и море и восстанавливает пострадавшую природу.',
      en: 'The organisation protects coasts, forests and the sea, and restores what was harmed.',
    },
    tasks: {
      kk: 'Көшет отырғызу\nЖағалауды тазарту\nМектептерде табиғат туралы әңгімелеу',
      ru: 'Сажать деревья\nУбирать побережье\nРассказывать о природе в школах',
      en: 'Plant trees\nClean the shore\nTell schools about nature',
    },
  },
  [Sector.CULTURE]: {
    description: {
      kk: 'Ұйым келушілерді өлкенің қолөнерімен және тарихымен таныстырады.',
      ru: 'Организация знакомит посетителей с ремёслами и историей края.',
      en: 'The organisation introduces visitors to the crafts and the history of the region.',
    },
    tasks: {
      kk: 'Келушілерді қарсы алу\nШеберханалар мен экскурсиялар өткізу\nТуған елінің мәдениеті туралы айту',
      ru: 'Встречать посетителей\nВести мастерские и экскурсии\nРассказывать о культуре своей страны',
      en: 'Welcome visitors\nLead workshops and tours\nTell about the culture of their own country',
    },
  },
};
