// Sixty names of residents' personal data are found, sixty that look like them are not.
import { DEFAULT_PRIVACY_WORDS } from '../../../gateway/registry/check/privacy/default-privacy-words';
import { createReader } from '../../../gateway/registry/check/privacy/find-personal-data';
import { splitWords } from '../../../gateway/registry/check/privacy/split-words';
import { checkSdl, withLink } from './kit/check-case';

const PERSONAL =
  `idCard idCardNo id_card IDCard residentIDCardNumber identityCard identityNumber nationalId citizenId
  passportNo mobile mobilePhone mobile_phone MOBILE_PHONE cellPhone homePhone personalPhone residentPhone homeAddress
  home_address residentialAddress residentAddress birthDate birth_date birthdate dateOfBirth birthday dob residentName
  residentNames nameOfResident householderName realName fullName elderName childName patientName volunteerName
  guardianPhone bankCard bankCardNo bankAccount medicalRecord medicalHistory diagnosis healthStatus maritalStatus
  religion ethnicity fingerprint licensePlate plateNumber socialSecurityNo ssn personalEmail sfz sfzh shenFenZheng
  shenfenzheng shouJi shoujihao zhuZhi jiaTingZhuZhi chuShengRiQi xingMing hukou`.split(/\s+/);

const FINE =
  `officePhone organizationName address venueAddress phone contactPhone contactEmail name nameEn nameZh title
  headcount participationCount id identity identifier code cardCount businessCard mobility mobileService mobileLibrary
  mobileClinic birthplaceOfProject dateOfSigning signedOn openedOn startsAt home homes homeId street streetAddress
  officeAddress stationAddress doorOpensAt room roomName roomNumber seats capacity residentsAssembly residentsCommittee
  residentCount residents organizationFullName ownerName owner party partyBranch bank bankName account accountingYear
  medicalService health healthLecture disabilityService guardianService volunteerTeam volunteerHours elderlyCare
  childrenActivity birthdayParty patientService plate license certificateNumber socialWorker security realtime
  full fullDay passportOfVolunteerHours`.split(/\s+/);

const wordIn = createReader(DEFAULT_PRIVACY_WORDS);

test('there are sixty of each', () => {
  expect(PERSONAL.length).toBeGreaterThanOrEqual(60);
  expect(FINE.length).toBeGreaterThanOrEqual(60);
});

test.each(PERSONAL)('%s names personal data', (name) => {
  expect(wordIn(name)).toBeDefined();
});

test.each(FINE)('%s does not', (name) => {
  expect(wordIn(name)).toBeUndefined();
});

test.each([
  ['居民的身份证号。 The number of a card.', true],
  ['联系手机号', true],
  ['The home address of the person.', true],
  ['Date of birth, YYYY-MM-DD.', true],
  ['手机维修服务。 Repair of phones.', false],
  ['民族团结活动。 An activity.', false],
  ['单位地址。 Address of the organization.', false],
  ['服务电话。 Phone of the office.', false],
])('a description: %s', (text, found) => {
  expect(wordIn(text) !== undefined).toBe(found);
});

test.each([
  ['residentIDCardNo', 'resident id card no'],
  ['HOME_ADDRESS', 'home address'],
  ['birth-date', 'birth date'],
  ['Line2Text', 'line 2 text'],
  ['居民Name', '居民name'],
])('%s is cut into words', (name, words) => {
  expect(splitWords(name)).toBe(words);
});

test('types, arguments, input fields and enum values are read too, and the street edits the list', () => {
  const sdl =
    withLink(`type Query { lovemarketA(mobile: String, by: LovemarketIn): LovemarketBirthday lovemarketKind: LovemarketKind }
    type LovemarketBirthday { of: Int } input LovemarketIn { idCard: String } enum LovemarketKind { PASSPORT OTHER }`);
  const hits = (input = {}) =>
    checkSdl(sdl, {}, input)
      .verdict.findings.filter(({ rule }) => rule === 'PERSONAL_DATA')
      .map(({ coordinate, approver }) => `${coordinate} ${approver}`)
      .sort();
  expect(hits()).toEqual([
    'LovemarketBirthday street',
    'LovemarketIn.idCard street',
    'LovemarketKind.PASSPORT street',
    'Query.lovemarketA(mobile:) street',
  ]);
  expect(hits({ privacyWords: { zh: [], en: ['OTHER', ''], allowed: [] } })).toEqual([
    'LovemarketKind.OTHER street',
  ]);
});

test.each([
  ['type Resident { id: ID! name: String }', ['Resident.name']],
  ['type CourtyardResidents { phone: String seats: Int }', ['CourtyardResidents.phone']],
  [
    '"""居民。 Who lives here.""" type Dweller { """姓名。 What one is called.""" called: String }',
    ['Dweller.called'],
  ],
  ['type Team { name: String phone: String } type Home { address: String }', []],
  ['"""居民活动室。 A room.""" type Parlour { """姓名。 A name.""" name: String }', []],
])('a plain name on a type of people: %s', (types, expected) => {
  const { verdict } = checkSdl(withLink(`${types} type Query { lovemarketRooms: Int }`));
  const hits = verdict.findings
    .filter(({ rule }) => rule === 'PERSONAL_DATA')
    .map(({ coordinate }) => coordinate);
  const ofTypes = hits.filter((coordinate) => coordinate?.includes('.'));
  expect(ofTypes).toEqual(expected);
});
